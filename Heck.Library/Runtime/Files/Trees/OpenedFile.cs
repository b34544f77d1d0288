using System.Buffers;
using System.Security.Cryptography;
using Heck.Contracts;
using Heck.Runtime.Files.Walking.Folders;
using Microsoft.Win32.SafeHandles;

namespace Heck.Runtime.Files.Trees;

/// <summary>A regular file held open for reading; no link was followed to it by its last name. On Linux by plain calls, since the base library makes six where three do.</summary>
internal abstract class OpenedFile : IDisposable
{
    private const int Chunk = 128 << 10;

    public abstract long Length { get; }

    /// <summary>Null on Windows.</summary>
    public abstract UnixFileMode? Mode { get; }

    /// <summary>Null where there is no regular file.</summary>
    public static OpenedFile? Open(string fullPath) =>
        LinuxFolder.IsSupported ? LinuxOpenedFile.OpenAt(PosixCalls.CurrentFolder, fullPath, fullPath) : PortableOpenedFile.Open(fullPath);

    /// <summary>Reads on; 0 at the end.</summary>
    public abstract int Read(Span<byte> buffer);

    public byte[] ReadAll()
    {
        if (Length > Array.MaxLength) throw new IOException($"A file has {Length} bytes, more than can be held in memory.");
        // One more than is needed shows the end without another array, and that the file has not grown.
        var content = new byte[Length];
        var filled = Fill(content);
        if (filled < content.Length) return content[..filled];
        Span<byte> more = stackalloc byte[1];
        if (Read(more) == 0) return content;
        using var rest = new MemoryStream();
        rest.Write(content);
        rest.Write(more);
        var buffer = new byte[Chunk];
        for (int read; (read = Read(buffer)) > 0;) rest.Write(buffer, 0, read);
        return rest.ToArray();
    }

    /// <summary>Reads all of it, a piece at a time, and gives each piece on.</summary>
    public ContentHash Hash(PieceReader? each = null)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var filled = Fill(buffer);
            each?.Invoke(buffer.AsSpan(0, filled));
            if (filled < buffer.Length) return ContentHash.Of(buffer.AsSpan(0, filled));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (hash.AppendData(buffer); (filled = Fill(buffer)) > 0; hash.AppendData(buffer, 0, filled)) each?.Invoke(buffer.AsSpan(0, filled));
            return ContentHash.FromBytes(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public abstract void Dispose();

    private int Fill(Span<byte> buffer)
    {
        var filled = 0;
        for (int read; filled < buffer.Length && (read = Read(buffer[filled..])) > 0;) filled += read;
        return filled;
    }

    /// <summary>Takes a piece of a file.</summary>
    public delegate void PieceReader(ReadOnlySpan<byte> piece);
}
