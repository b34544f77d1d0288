using System.Runtime.InteropServices;
using Heck.Runtime.Files.Walking.Folders;

namespace Heck.Runtime.Files.Trees;

/// <inheritdoc/>
internal sealed unsafe class LinuxOpenedFile : OpenedFile
{
    private readonly string _path;
    private readonly FileStat _stat;
    private int _descriptor;

    private LinuxOpenedFile(int descriptor, FileStat stat, string path) => (_descriptor, _stat, _path) = (descriptor, stat, path);

    public override long Length => _stat.Stamp.Size;

    public override UnixFileMode? Mode => (UnixFileMode)_stat.Mode;

    /// <param name="folder">The descriptor of the folder.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="path">For messages.</param>
    public static LinuxOpenedFile? OpenAt(int folder, string name, string path)
    {
        var descriptor = PosixCalls.OpenAt(folder, name, PosixCalls.OpenReadFlags, 0);
        if (descriptor < 0)
        {
            return Marshal.GetLastPInvokeError() is PosixCalls.NoSuchEntry or PosixCalls.NotAFolder or PosixCalls.IsALink or PosixCalls.NoSuchDevice ? null : throw PosixCalls.Failure(path);
        }

        if (LinuxFolder.TryStatDescriptor(descriptor, out var stat) && stat.Kind == EntryKind.File) return new LinuxOpenedFile(descriptor, stat, path);
        _ = PosixCalls.Close(descriptor);
        return null;
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            nint read;
            fixed (byte* start = buffer) read = PosixCalls.Read(_descriptor, start, buffer.Length);
            if (read >= 0) return (int)read;
            if (Marshal.GetLastPInvokeError() != PosixCalls.Interrupted) throw PosixCalls.Failure(_path);
        }
    }

    public override void Dispose()
    {
        if (_descriptor >= 0) _ = PosixCalls.Close(_descriptor);
        _descriptor = -1;
    }
}
