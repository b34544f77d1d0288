using System.Text;

namespace Heck.Code.Text;

/// <summary>How a file's bytes are text. What is neither UTF-8 nor UTF-16 with its mark is bytes, of which only those of ASCII have a meaning.</summary>
internal sealed class FileEncoding
{
    // Bytes without a meaning are shown as characters that no text has, so that they equal nothing but themselves.
    private const int FirstUnknown = 0xF700;

    private readonly Encoding? _encoding;

    private FileEncoding(string name, Encoding? encoding, ReadOnlySpan<byte> mark)
    {
        (Name, _encoding, MarkLength) = (name, encoding, mark.Length);
    }

    public static FileEncoding Utf8 { get; } = new("utf-8", new UTF8Encoding(false, throwOnInvalidBytes: true), []);

    public static FileEncoding Utf8WithMark { get; } = new("utf-8-bom", new UTF8Encoding(false, throwOnInvalidBytes: true), [0xEF, 0xBB, 0xBF]);

    public static FileEncoding Utf16Le { get; } = new("utf-16le", new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), [0xFF, 0xFE]);

    public static FileEncoding Utf16Be { get; } = new("utf-16be", new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), [0xFE, 0xFF]);

    public static FileEncoding Unknown { get; } = new("bytes", null, []);

    public string Name { get; }

    /// <summary>Bytes of the byte order mark.</summary>
    public int MarkLength { get; }

    /// <summary>Bytes of the smallest unit.</summary>
    public int Unit => this == Utf16Le || this == Utf16Be ? 2 : 1;

    public bool IsKnown => _encoding is not null;

    public static FileEncoding Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => IsUtf16(bytes, Utf16Le) ? Utf16Le : Unknown,
        [0xFE, 0xFF, ..] => IsUtf16(bytes, Utf16Be) ? Utf16Be : Unknown,
        _ when !System.Text.Unicode.Utf8.IsValid(bytes) => Unknown,
        [0xEF, 0xBB, 0xBF, ..] => Utf8WithMark,
        _ => Utf8,
    };

    public string Decode(ReadOnlySpan<byte> bytes) => _encoding?.GetString(bytes)
        ?? string.Create(bytes.Length, bytes, static (text, bytes) =>
        {
            for (var i = 0; i < bytes.Length; i++) text[i] = (char)(bytes[i] < 0x80 ? bytes[i] : FirstUnknown + bytes[i]);
        });

    /// <returns>Null when the text has characters for which this encoding has no bytes that we know of.</returns>
    public byte[]? TryEncode(string text) => _encoding is null
        ? Ascii.IsValid(text) ? Encoding.ASCII.GetBytes(text) : TryUnknown(text)
        : _encoding.GetBytes(text);

    private static byte[]? TryUnknown(string text) => text.All(c => c < 0x80 || c is >= (char)(FirstUnknown + 0x80) and <= (char)(FirstUnknown + 0xFF))
        ? [.. text.Select(c => (byte)(c < 0x80 ? c : c - FirstUnknown))]
        : null;

    private static bool IsUtf16(ReadOnlySpan<byte> bytes, FileEncoding encoding)
    {
        try
        {
            return bytes.Length % 2 == 0 && encoding._encoding!.GetCharCount(bytes[2..]) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
