using System.Buffers;
using System.Text;

namespace Heck.Code.Refactoring;

/// <summary>Finds a word in UTF-8 where no letter, digit, <c>_</c> or <c>$</c> stands before or after it.</summary>
internal static class WholeWords
{
    private static readonly SearchValues<byte> AsciiWordBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"u8);

    public static IEnumerable<int> Find(ReadOnlyMemory<byte> utf8, string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        for (var from = 0; Next(utf8.Span, bytes, from) is var found and >= 0; from = found + bytes.Length) yield return found;
    }

    private static int Next(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, int from)
    {
        for (var at = from; ;)
        {
            var next = text[at..].IndexOf(word);
            if (next < 0) return -1;
            at += next;
            if (!EndsInWord(text[..at]) && !StartsWithWord(text[(at + word.Length)..])) return at;
            at++;
        }
    }

    private static bool EndsInWord(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return false;
        if (text[^1] < 0x80) return AsciiWordBytes.Contains(text[^1]);
        return Rune.DecodeLastFromUtf8(text, out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
    }

    private static bool StartsWithWord(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return false;
        if (text[0] < 0x80) return AsciiWordBytes.Contains(text[0]);
        return Rune.DecodeFromUtf8(text, out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
    }
}
