using System.Buffers;
using System.IO.Compression;
using System.Text;
using Heck.Code.Languages;

namespace Heck.Code.Index.Store;

/// <summary>
/// The texts of a file's symbols, packed: two for each, each ended by NUL, an absent one empty. They repeat the words of their neighbours, so that
/// Brotli's fastest mode leaves a quarter. Reused; encoding is not thread-safe.
/// </summary>
internal sealed class TextCodec
{
    private const int FastestQuality = 0;
    private const int WindowBits = 18;

    /// <summary>No file that is read has more.</summary>
    private const int MostBytes = 1 << 28;

    private readonly ArrayBufferWriter<byte> _plain = new();

    public void Encode(List<SymbolFact> symbols, List<byte> to)
    {
        _plain.ResetWrittenCount();
        foreach (var symbol in symbols)
        {
            Append(symbol.Signature);
            Append(symbol.Doc);
        }

        if (_plain.WrittenCount == 0) return;
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(_plain.WrittenCount));
        BrotliEncoder.TryCompress(_plain.WrittenSpan, packed, out var length, FastestQuality, WindowBits);
        Varint.Write(to, (uint)_plain.WrittenCount);
        to.AddRange(packed.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(packed);
    }

    /// <summary>The texts in the order of the symbols.</summary>
    public static IReadOnlyList<SymbolTexts> Decode(ReadOnlySpan<byte> packed)
    {
        var length = Varint.Read(ref packed);
        if (length > MostBytes) throw Damage.Found("the texts of a file's symbols are too long");
        var plain = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed, plain, out _)) throw Damage.Found("the texts of a file's symbols cannot be unpacked");
        var texts = Encoding.UTF8.GetString(plain).Split('\0');
        return [.. Enumerable.Range(0, texts.Length / 2).Select(i => new SymbolTexts(Present(texts[2 * i]), Present(texts[(2 * i) + 1])))];
    }

    private void Append(string? text)
    {
        // A NUL in a comment would end it early for the reader.
        Encoding.UTF8.GetBytes((text ?? "").Replace('\0', ' '), _plain);
        _plain.Write("\0"u8);
    }

    private static string? Present(string text) => text.Length == 0 ? null : text;
}
