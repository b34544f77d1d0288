using System.Text.Encodings.Web;

namespace Heck.Contracts;

/// <summary>
/// <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>, asked only about what is not plain ASCII: its first look at a text is vector code that each
/// process compiles anew.
/// </summary>
internal sealed unsafe class RelaxedEncoder : JavaScriptEncoder
{
    public static RelaxedEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (!IsPlain(text[i])) return UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text, textLength);
        }

        return -1;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        foreach (var b in utf8Text)
        {
            if (!IsPlain(b)) return UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8Text);
        }

        return -1;
    }

    public override bool WillEncode(int unicodeScalar) => UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private static bool IsPlain(int c) => c is >= ' ' and <= '~' and not ('"' or '\\');
}
