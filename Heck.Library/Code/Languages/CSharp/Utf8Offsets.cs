using System.Text;

namespace Heck.Code.Languages.CSharp;

/// <summary>Turns positions in a text into offsets of its UTF-8.</summary>
internal sealed class Utf8Offsets
{
    private readonly int[]? _offsets;

    private Utf8Offsets(string text, int[]? offsets) => (Text, _offsets) = (text, offsets);

    public string Text { get; }

    public static Utf8Offsets Decode(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        // In ASCII the two are the same.
        return new Utf8Offsets(text, text.Length == utf8.Length ? null : Compute(text));
    }

    public int this[int position] => _offsets is null ? position : _offsets[position];

    private static int[] Compute(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var (position, offset) = (0, 0); position < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
            for (var unit = 0; unit < length; unit++) offsets[position++] = offset;
            offset += rune.Utf8SequenceLength;
            if (position == text.Length) offsets[position] = offset;
        }

        return offsets;
    }
}
