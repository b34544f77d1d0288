namespace Heck.Runtime.Files.Trees;

/// <inheritdoc/>
internal sealed class PortableOpenedFile : OpenedFile
{
    private readonly FileStream _stream;

    private PortableOpenedFile(FileStream stream) => _stream = stream;

    public override long Length => _stream.Length;

    public override UnixFileMode? Mode => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(_stream.SafeFileHandle);

    public static new PortableOpenedFile? Open(string fullPath) => FileStamp.TryRead(fullPath, out _)
        ? new PortableOpenedFile(new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        : null;

    public override int Read(Span<byte> buffer) => _stream.Read(buffer);

    public override void Dispose() => _stream.Dispose();
}
