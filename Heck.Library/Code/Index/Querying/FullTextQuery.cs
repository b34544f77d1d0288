using System.Text;
using Heck.Code.Index.Building;

namespace Heck.Code.Index.Querying;

/// <summary>Writes what FTS5 is asked. Everything is quoted: a user's words are never its operators.</summary>
internal static class FullTextQuery
{
    /// <summary>The words of a text as the index has them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < utf8.Length;)
        {
            var length = WordCollector.WordLength(utf8[at..]);
            if (length > 0) words.Add(Encoding.UTF8.GetString(utf8.Slice(at, Math.Min(length, WordCollector.MaxWordBytes))));
            at += Math.Max(1, length);
        }

        return words;
    }

    /// <summary>The parts of a compound word, marked as the index marks them.</summary>
    public static IReadOnlyList<string> Parts(string word)
    {
        var parts = new List<string>();
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(word);
        for (var at = 0; WordCollector.NextPart(utf8, ref at, out var part);) parts.Add("~" + Encoding.UTF8.GetString(utf8[part]));
        return parts;
    }

    /// <summary>All the words, in any order; null for none.</summary>
    public static string? AllOf(IEnumerable<string> words) => Join(words, " AND ");

    /// <summary>Any of the words; null for none.</summary>
    public static string? AnyOf(IEnumerable<string> words) => Join(words, " OR ");

    private static string? Join(IEnumerable<string> words, string between) =>
        string.Join(between, words.Select(w => $"\"{w}\"")) is { Length: > 0 } query ? query : null;
}
