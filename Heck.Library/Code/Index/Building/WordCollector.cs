using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heck.Code.Index.Building;

/// <summary>
/// Turns a text into what its full-text row holds: each distinct word, the more often the more it occurs (once more for each doubling, since BM25
/// hardly heeds more), and the parts of compound words with '~' before them. A word is a run of letters, digits, marks, '_' and '$' in any script.
/// Sorting words together costs the place of each, which snippets find again in the file, and saves most of the index's size. Reused; not thread-safe.
/// </summary>
internal sealed class WordCollector
{
    /// <summary>Longer words are cut, in texts and in queries alike.</summary>
    public const int MaxWordBytes = 120;

    /// <summary>Longer numbers are data, not words to search for.</summary>
    private const int MaxNumberBytes = 12;

    private readonly record struct Word(int Start, int Length, uint Hash, int Count);

    private Word[] _words = new Word[1024];
    private int[] _slots = new int[4096];
    private int _count;

    /// <summary>Appends the row's body to <paramref name="body"/>.</summary>
    public void Collect(ReadOnlySpan<byte> text, List<byte> body)
    {
        Clear();
        for (var at = 0; at < text.Length;)
        {
            var length = WordLength(text[at..]);
            if (length > 0) AddWord(text, at, length);
            at += Math.Max(1, length);
        }

        foreach (var word in _words.AsSpan(0, _count)) Emit(text.Slice(word.Start, word.Length), Doublings(word.Count), body);
    }

    // Not int.Log2: it depends on the processor, so that what calls it is compiled anew, without optimization, at each start.
    private static int Doublings(int count)
    {
        var times = 0;
        for (; count > 0; count >>= 1) times++;
        return times;
    }

    /// <summary>The bytes of the word that begins here; 0 when none does.</summary>
    public static int WordLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && IsAsciiWord(text[at])) at++;
            if (at == text.Length) return at;
            if (text[at] < 0x80 || Rune.DecodeFromUtf8(text[at..], out var rune, out var length) != OperationStatus.Done || !IsWord(rune)) return at;
            at += length;
        }
    }

    /// <summary>
    /// The next part of a compound word from <paramref name="at"/> on: <c>getUserID</c> has get, User, ID; <c>max_size</c> max, size. A simple word has none,
    /// nor do parts of one letter count.
    /// </summary>
    public static bool NextPart(ReadOnlySpan<byte> word, ref int at, out Range part)
    {
        while (at < word.Length)
        {
            var start = at;
            var end = PartEnd(word, start);
            at = Math.Max(end, start + 1);
            part = start..end;
            if (end - start > 1 && end - start < word.Length) return true;
        }

        part = default;
        return false;
    }

    // Measured: words are too short for a vector search, whose generic code moreover is compiled without optimization at each start.
    private static bool IsAsciiWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'$';

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;

    private static int PartEnd(ReadOnlySpan<byte> word, int start)
    {
        var at = start;
        if (IsUpper(word[at]))
        {
            while (at + 1 < word.Length && IsUpper(word[at + 1])) at++;
            // The last capital of several begins the next part: XMLParser is XML, Parser.
            if (at > start && at + 1 < word.Length && IsLower(word[at + 1])) return at;
            at++;
        }

        while (at < word.Length && !IsUpper(word[at]) && word[at] is not ((byte)'_' or (byte)'$')) at++;
        return at;
    }

    private static void Emit(ReadOnlySpan<byte> word, int times, List<byte> body)
    {
        for (var i = 0; i < times; i++) EmitOne(word, body);
        if (char.IsAsciiDigit((char)word[0])) return;
        if (word.Contains((byte)'$') || !Ascii.IsValid(word)) EmitPieces(word, body);
        if (!Ascii.IsValid(word)) EmitPart(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(word).ToLowerInvariant()), body);
        for (var at = 0; NextPart(word, ref at, out var part);) EmitPart(word[part], body);
    }

    /// <summary>What a reader may take for the word: <c>$name</c> in a script is <c>name</c>, and a joiner or a mark may count as an end.</summary>
    private static void EmitPieces(ReadOnlySpan<byte> word, List<byte> body)
    {
        var start = 0;
        for (var at = 0; at < word.Length;)
        {
            Rune.DecodeFromUtf8(word[at..], out var rune, out var length);
            var ends = rune.Value == '$' || (!rune.IsAscii && !Rune.IsLetterOrDigit(rune));
            if (ends && at > start) EmitOne(word[start..at], body);
            at += length;
            if (ends) start = at;
        }

        if (start > 0 && start < word.Length) EmitOne(word[start..], body);
    }

    private static void EmitOne(ReadOnlySpan<byte> word, List<byte> body)
    {
        body.AddRange(word);
        body.Add((byte)' ');
    }

    private static void EmitPart(ReadOnlySpan<byte> part, List<byte> body)
    {
        body.Add((byte)'~');
        EmitOne(part, body);
    }

    private void AddWord(ReadOnlySpan<byte> text, int start, int length)
    {
        if (length > MaxNumberBytes && text[start] is >= (byte)'0' and <= (byte)'9') return;
        var word = text.Slice(start, Math.Min(length, MaxWordBytes));
        var hash = Hash(word);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var at = _slots[slot] - 1;
            if (at < 0)
            {
                Insert(slot, new Word(start, word.Length, hash, 1));
                return;
            }

            ref var known = ref _words[at];
            if (known.Hash != hash || !text.Slice(known.Start, known.Length).SequenceEqual(word)) continue;
            known = known with { Count = known.Count + 1 };
            return;
        }
    }

    private void Insert(int slot, Word word)
    {
        if (_count == _words.Length) Array.Resize(ref _words, _count * 2);
        _words[_count++] = word;
        _slots[slot] = _count;
        if (_count * 2 > _slots.Length) Rehash();
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = (int)_words[i].Hash & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private void Clear()
    {
        _count = 0;
        Array.Clear(_slots);
    }

    private static uint Hash(ReadOnlySpan<byte> word)
    {
        // FNV-1a: words are short, so setting up a stronger hash costs more than it saves.
        var hash = 2166136261u;
        foreach (var b in word) hash = (hash ^ b) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private static bool IsUpper(byte b) => b is >= (byte)'A' and <= (byte)'Z';

    private static bool IsLower(byte b) => b is >= (byte)'a' and <= (byte)'z';
}
