namespace Heck.Runtime.Files.Trees;

/// <summary>Any system, by paths: each step first looks whether a link has taken the place of this folder or one above it.</summary>
internal sealed class PortableTreeFolder(string fullPath, PortableTreeFolder? parent) : TreeFolder
{
    public override string FullPath { get; } = fullPath;

    public override ulong Inode => 0;

    public override TreeFolder? OpenFolder(string name)
    {
        var path = Safe(name);
        if (new DirectoryInfo(path).LinkTarget is not null) throw Link(path);
        return Directory.Exists(path) ? new PortableTreeFolder(path, this) : null;
    }

    public override OpenedFile? OpenFile(string name) => PortableOpenedFile.Open(Safe(name));

    public override byte[]? ReadLink(string name) => SymbolicLink.Read(Safe(name));

    public override void CreateLink(string name, ReadOnlySpan<byte> target) => SymbolicLink.Create(Safe(name), target);

    public override bool Holds(string name) => Path.Exists(Safe(name)) || new FileInfo(Safe(name)).LinkTarget is not null;

    public override UnixFileMode? Create(string name, Action<OpenedFile.PieceReader> write, Func<UnixFileMode, UnixFileMode> mode, bool isPrivate, string? like = null)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && isPrivate) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(Safe(name), options);
        write(stream.Write);
        UnixFileMode? wanted = null;
        if (!OperatingSystem.IsWindows())
        {
            wanted = mode(File.GetUnixFileMode(stream.SafeFileHandle));
            File.SetUnixFileMode(stream.SafeFileHandle, wanted.Value);
        }

        stream.Flush(flushToDisk: true);
        return wanted;
    }

    public override void SetMode(string name, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        using var file = File.OpenHandle(Safe(name));
        File.SetUnixFileMode(file, mode);
        RandomAccess.FlushToDisk(file);
    }

    public override void Exchange(string staged, string target) => AtomicRename.Exchange(Safe(staged), Safe(target));

    public override void Move(string name, TreeFolder toFolder, string to) => AtomicRename.MoveToFreeName(Safe(name), ((PortableTreeFolder)toFolder).Safe(to));

    public override void Delete(string name) => File.Delete(Safe(name));

    public override void MakeFolder(string name) => Directory.CreateDirectory(Safe(name));

    public override bool TryRemoveFolder(string name)
    {
        var path = Safe(name);
        if (Directory.EnumerateFileSystemEntries(path).Any()) return false;
        Directory.Delete(path);
        return true;
    }

    public override void Flush() => Durability.FlushFolder(Safe(""));

    public override void Dispose()
    {
        // Nothing is held.
    }

    private string Safe(string name)
    {
        for (var folder = this; folder.Parent is not null; folder = folder.Parent)
        {
            if (new DirectoryInfo(folder.FullPath).LinkTarget is not null) throw Link(folder.FullPath);
        }

        return Path.Combine(FullPath, name);
    }

    private PortableTreeFolder? Parent { get; } = parent;
}
