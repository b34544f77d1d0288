using System.Runtime.InteropServices;
using Heck.Runtime.Files.Walking.Folders;

namespace Heck.Runtime.Files.Trees;

/// <inheritdoc/>
internal sealed unsafe class LinuxTreeFolder : TreeFolder
{
    private const int NewFile = 0x1b6;
    private const int PrivateFile = 0x180;
    private const int NewFolder = 0x1ff;

    private int _descriptor;

    private LinuxTreeFolder(int descriptor, string fullPath)
    {
        (_descriptor, FullPath) = (descriptor, fullPath);
        if (LinuxFolder.TryStatDescriptor(descriptor, out var stat)) Inode = stat.Stamp.Inode;
    }

    public override string FullPath { get; }

    public override ulong Inode { get; }

    public static new LinuxTreeFolder OpenRoot(string fullPath) => Open(PosixCalls.CurrentFolder, fullPath, fullPath) ?? throw PosixCalls.Failure(fullPath);

    public override TreeFolder? OpenFolder(string name) => Open(_descriptor, name, PathOf(name));

    public override OpenedFile? OpenFile(string name) => LinuxOpenedFile.OpenAt(_descriptor, name, PathOf(name));

    public override byte[]? ReadLink(string name) => SymbolicLink.ReadAt(_descriptor, name, PathOf(name));

    public override void CreateLink(string name, ReadOnlySpan<byte> target) => SymbolicLink.CreateAt(_descriptor, name, target, PathOf(name));

    public override bool Holds(string name) => KindOf(name) is not null;

    public override UnixFileMode? Create(string name, Action<OpenedFile.PieceReader> write, Func<UnixFileMode, UnixFileMode> mode, bool isPrivate, string? like = null)
    {
        var file = PosixCalls.OpenAt(_descriptor, name, PosixCalls.OpenNewFlags, isPrivate ? PrivateFile : NewFile);
        if (file < 0) throw PosixCalls.Failure(PathOf(name));
        try
        {
            write(piece => Write(file, piece, name));
            if (like is not null) CopyAttributes(like, file);
            if (!LinuxFolder.TryStatDescriptor(file, out var stat)) throw PosixCalls.Failure(PathOf(name));
            var wanted = mode((UnixFileMode)stat.Mode);
            if (wanted != (UnixFileMode)stat.Mode) Check(PosixCalls.SetMode(file, (int)wanted), name);
            Check(PosixCalls.Flush(file), name);
            return wanted;
        }
        finally
        {
            _ = PosixCalls.Close(file);
        }
    }

    private void CopyAttributes(string like, int to)
    {
        var from = PosixCalls.OpenAt(_descriptor, like, PosixCalls.OpenReadFlags, 0);
        // One that is gone is found when its place is taken.
        if (from < 0) return;
        try
        {
            ExtendedAttributes.Copy(from, to, PathOf(like));
        }
        finally
        {
            _ = PosixCalls.Close(from);
        }
    }

    public override void SetMode(string name, UnixFileMode mode)
    {
        var file = PosixCalls.OpenAt(_descriptor, name, PosixCalls.OpenReadFlags, 0);
        if (file < 0) throw PosixCalls.Failure(PathOf(name));
        try
        {
            Check(PosixCalls.SetMode(file, (int)mode), name);
            Check(PosixCalls.Flush(file), name);
        }
        finally
        {
            _ = PosixCalls.Close(file);
        }
    }

    public override void Exchange(string staged, string target)
    {
        if (TryRename(staged, this, target, PosixCalls.RenameExchange)) return;
        var aside = staged + AtomicRename.AsideSuffix;
        // A second name costs nothing and leaves the target in place until the one rename that counts; where links are not to be had, there is a moment without a target.
        if (PosixCalls.LinkAt(_descriptor, target, _descriptor, aside, 0) < 0) Rename(target, this, aside);
        Rename(staged, this, target);
        Rename(aside, this, staged);
    }

    public override void Move(string name, TreeFolder toFolder, string to)
    {
        if (TryRename(name, (LinuxTreeFolder)toFolder, to, PosixCalls.RenameNoReplace)) return;
        if (toFolder.Holds(to)) throw new IOException($"It is there already : '{Path.Combine(toFolder.FullPath, to)}'");
        Rename(name, (LinuxTreeFolder)toFolder, to);
    }

    public override void Delete(string name)
    {
        if (PosixCalls.RemoveAt(_descriptor, name, 0) < 0 && Marshal.GetLastPInvokeError() != PosixCalls.NoSuchEntry) throw PosixCalls.Failure(PathOf(name));
    }

    public override void MakeFolder(string name) => Check(PosixCalls.MakeFolderAt(_descriptor, name, NewFolder), name);

    public override bool TryRemoveFolder(string name)
    {
        if (PosixCalls.RemoveAt(_descriptor, name, PosixCalls.RemoveFolder) == 0) return true;
        return Marshal.GetLastPInvokeError() is PosixCalls.NotEmpty or PosixCalls.Exists or PosixCalls.NoSuchEntry or PosixCalls.NotAFolder ? false : throw PosixCalls.Failure(PathOf(name));
    }

    public override void Flush() => Check(PosixCalls.Flush(_descriptor), "");

    public override void Dispose()
    {
        if (_descriptor >= 0) _ = PosixCalls.Close(_descriptor);
        _descriptor = -1;
    }

    private static LinuxTreeFolder? Open(int parent, string name, string path)
    {
        var descriptor = PosixCalls.OpenAt(parent, name, PosixCalls.OpenFolderFlags, 0);
        if (descriptor >= 0) return new LinuxTreeFolder(descriptor, path);
        // A link says "not a folder" too, since only a folder was asked for.
        return Marshal.GetLastPInvokeError() switch
        {
            PosixCalls.NoSuchEntry => null,
            PosixCalls.IsALink => throw Link(path),
            PosixCalls.NotAFolder => LinuxFolder.TryStatAt(parent, name, out var stat) && stat.Kind == EntryKind.Link ? throw Link(path) : null,
            _ => throw PosixCalls.Failure(path),
        };
    }

    private EntryKind? KindOf(string name) => LinuxFolder.TryStatAt(_descriptor, name, out var stat) ? stat.Kind : null;

    private void Write(int file, ReadOnlySpan<byte> piece, string name)
    {
        while (piece.Length > 0)
        {
            nint written;
            fixed (byte* start = piece) written = PosixCalls.Write(file, start, piece.Length);
            if (written >= 0) piece = piece[(int)written..];
            else if (Marshal.GetLastPInvokeError() != PosixCalls.Interrupted) throw PosixCalls.Failure(PathOf(name));
        }
    }

    // False when this file system, kernel or C library has no such rename.
    private bool TryRename(string name, LinuxTreeFolder toFolder, string to, uint how)
    {
        try
        {
            if (PosixCalls.RenameAt2(_descriptor, name, toFolder._descriptor, to, how) == 0) return true;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }

        return Marshal.GetLastPInvokeError() is PosixCalls.InvalidArgument or PosixCalls.NoSuchCall or PosixCalls.NotSupported ? false : throw PosixCalls.Failure(toFolder.PathOf(to));
    }

    private void Rename(string name, LinuxTreeFolder toFolder, string to) => Check(PosixCalls.RenameAt(_descriptor, name, toFolder._descriptor, to), to);

    private void Check(int result, string name)
    {
        if (result < 0) throw PosixCalls.Failure(PathOf(name));
    }

    private string PathOf(string name) => Path.Combine(FullPath, name);
}
