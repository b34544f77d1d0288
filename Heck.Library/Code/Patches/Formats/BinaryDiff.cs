using System.Buffers.Binary;
using System.IO.Compression;

namespace Heck.Code.Patches.Formats;

/// <summary>Git's binary patch: the new content itself, or a delta that copies parts of the old one.</summary>
internal sealed record BinaryDiff(bool IsDelta, byte[] Data)
{
    // No packed byte gives more, which shows a size that is not true before memory is taken for it.
    private const int MostSwelling = 1032;

    private const int BytesPerLine = 52;
    private const int TestLength = 8000;

    private static ReadOnlySpan<byte> PackedNothing => [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01];

    /// <summary>Git's rule: a NUL near the beginning.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, TestLength)].Contains((byte)0);

    /// <summary>How much the new content has; null when the delta does not say it.</summary>
    public long? NewSize
    {
        get
        {
            ReadOnlySpan<byte> delta = Data;
            return !IsDelta ? Data.Length : ReadSize(ref delta) >= 0 && ReadSize(ref delta) is >= 0 and var size ? size : null;
        }
    }

    /// <summary>The new content, of at most 2 GB; null when the delta does not fit the old one.</summary>
    public byte[]? ApplyTo(ReadOnlySpan<byte> old) => IsDelta ? ApplyDelta(old) : Data;

    /// <summary>Writes a literal: the lines below <c>GIT binary patch</c>, up to and with the blank one.</summary>
    public static void WriteLiteral(DiffText text, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        // The stream writes not even a header when it is given nothing.
        if (content.IsEmpty) packed.Write(PackedNothing);
        else using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        text.Line($"literal {content.Length}");
        for (var at = 0; at < packed.Length; at += BytesPerLine)
        {
            var chunk = packed.GetBuffer().AsSpan(at, (int)Math.Min(BytesPerLine, packed.Length - at));
            text.Line((char)(chunk.Length <= 26 ? 'A' + chunk.Length - 1 : 'a' + chunk.Length - 27) + GitBase85.Encode(chunk));
        }

        text.Line("");
    }

    /// <summary>Unpacks the lines of one literal or delta; null when they are not what the header says.</summary>
    public static BinaryDiff? Read(bool isDelta, int size, IEnumerable<string> lines)
    {
        using var packed = new MemoryStream();
        foreach (var line in lines)
        {
            var length = line[0] switch { >= 'A' and <= 'Z' => line[0] - 'A' + 1, >= 'a' and <= 'z' => line[0] - 'a' + 27, _ => 0 };
            if (length == 0 || GitBase85.TryDecode(line.AsSpan(1), length) is not { } chunk) return null;
            packed.Write(chunk);
        }

        packed.Position = 0;
        return size <= packed.Length * MostSwelling && TryInflate(packed, size) is { } data ? new BinaryDiff(isDelta, data) : null;
    }

    private static byte[]? TryInflate(MemoryStream packed, int size)
    {
        var data = new byte[size];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            zlib.ReadExactly(data);
            // The stream does not mind being cut off behind its last byte of data.
            return zlib.ReadByte() < 0 && packed.TryGetBuffer(out var all) && all is [.., _, _, _, _] && BinaryPrimitives.ReadUInt32BigEndian(all[^4..]) == Adler32(data) ? data : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    // RFC 1950, "ADLER32"; that many bytes can be summed before the sums may overflow.
    private static uint Adler32(ReadOnlySpan<byte> data)
    {
        const uint largestPrime = 65521;
        const int batch = 5552;
        var (sum, sums) = (1u, 0u);
        for (; !data.IsEmpty; data = data[Math.Min(batch, data.Length)..])
        {
            foreach (var value in data[..Math.Min(batch, data.Length)]) sums += sum += value;
            (sum, sums) = (sum % largestPrime, sums % largestPrime);
        }

        return (sums << 16) | sum;
    }

    // gitformat-pack, "Deltified representation": two sizes, then copies (high bit) and insertions.
    private byte[]? ApplyDelta(ReadOnlySpan<byte> old)
    {
        ReadOnlySpan<byte> delta = Data;
        if (ReadSize(ref delta) != old.Length || ReadSize(ref delta) is not (>= 0 and <= int.MaxValue and var size)) return null;
        using var result = new MemoryStream((int)size);
        while (delta.Length > 0)
        {
            var command = delta[0];
            delta = delta[1..];
            if ((command & 0x80) != 0)
            {
                var offset = ReadParts(ref delta, command, 4);
                var length = ReadParts(ref delta, command >> 4, 3) is var parts and not 0 ? parts : 0x10000;
                if (offset < 0 || length < 0 || offset + length > old.Length) return null;
                result.Write(old.Slice((int)offset, (int)length));
            }
            else
            {
                if (command == 0 || command > delta.Length) return null;
                result.Write(delta[..command]);
                delta = delta[command..];
            }

            if (result.Length > size) return null;
        }

        return result.Length == size ? result.ToArray() : null;
    }

    private static long ReadSize(ref ReadOnlySpan<byte> delta)
    {
        long size = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (delta.Length == 0) return -1;
            var part = delta[0];
            delta = delta[1..];
            size |= (long)(part & 0x7F) << shift;
            if ((part & 0x80) == 0) return size;
        }

        return -1;
    }

    // The bytes that the lowest bits of the command announce, lowest first.
    private static long ReadParts(ref ReadOnlySpan<byte> delta, int command, int count)
    {
        long value = 0;
        for (var i = 0; i < count; i++)
        {
            if ((command & (1 << i)) == 0) continue;
            if (delta.Length == 0) return -1;
            value |= (long)delta[0] << (8 * i);
            delta = delta[1..];
        }

        return value;
    }
}
