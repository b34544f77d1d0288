using System.Text;
using Heck.Contracts;

namespace Heck.Code.Text;

/// <summary>
/// The text of one file for reading and for editing: its original bytes, its encoding, and the UTF-8 that parsers read.
/// Offsets are bytes of <see cref="Utf8"/>; <see cref="ToOriginal"/> turns one into an offset of <see cref="Bytes"/>, so that edits splice
/// into what is on disk. Immutable.
/// </summary>
internal sealed class SourceText
{
    private static readonly UnicodeEncoding StrictUtf16Le = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16Be = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private LineMap? _lines;

    private SourceText(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> utf8, int markLength, Encoding? wide)
    {
        Bytes = bytes;
        Utf8 = utf8;
        MarkLength = markLength;
        Wide = wide;
    }

    /// <summary>The file as it lies on disk.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The text as UTF-8 without byte order mark; the same memory as <see cref="Bytes"/> unless the file is UTF-16.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Bytes of the byte order mark: 0, 2 or 3.</summary>
    public int MarkLength { get; }

    /// <summary>The UTF-16 encoding of the file, or null when it is UTF-8.</summary>
    private Encoding? Wide { get; }

    public LineMap Lines => _lines ??= new LineMap(Utf8);

    /// <summary>Reads UTF-8 (with or without mark) or UTF-16 with mark, strictly.</summary>
    /// <returns>Null when the bytes are not valid in that encoding.</returns>
    public static SourceText? TryDecode(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Transcode(bytes, StrictUtf16Le);
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Transcode(bytes, StrictUtf16Be);
        var mark = span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return System.Text.Unicode.Utf8.IsValid(span[mark..]) ? new SourceText(bytes, bytes[mark..], mark, wide: null) : null;
    }

    /// <summary>The offset in <see cref="Bytes"/> of an offset in <see cref="Utf8"/>.</summary>
    public int ToOriginal(int utf8Offset) => Wide is null
        ? utf8Offset + MarkLength
        : MarkLength + (2 * Encoding.UTF8.GetCharCount(Utf8.Span[..utf8Offset]));

    /// <summary>Bytes that stand for <paramref name="text"/> in this file's encoding.</summary>
    public byte[] Encode(string text) => (Wide ?? Encoding.UTF8).GetBytes(text);

    public Place PlaceAt(RepoPath path, int utf8Offset, string? role = null)
    {
        var (line, column) = Lines.PositionAt(utf8Offset);
        return new Place(path, line, column, role);
    }

    private static SourceText? Transcode(ReadOnlyMemory<byte> bytes, Encoding wide)
    {
        try
        {
            return new SourceText(bytes, Encoding.UTF8.GetBytes(wide.GetString(bytes.Span[2..])), 2, wide);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
