using System.Buffers;

namespace Heck.Code.Patches.Replies.Matching;

/// <summary>Makes lines equal that a widening takes for equal.</summary>
internal static class LineFold
{
    private static readonly SearchValues<char> Typographic = SearchValues.Create("‘’‚‛′“”„‟″‐‑‒–—―−\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000…");

    public static string Of(string line, Widening widening) => widening switch
    {
        Widening.None => line,
        Widening.TrailingBlanks => WithoutTrailing(line),
        Widening.Typography => WithoutTrailing(Plain(line)),
        _ => Plain(line).Trim(' ', '\t'),
    };

    /// <summary>What a keyboard gives.</summary>
    public static string Plain(string line) => line.AsSpan().ContainsAny(Typographic) ? string.Concat(line.Select(Plain)) : line;

    private static string WithoutTrailing(string line) => line.TrimEnd(' ', '\t');

    private static string Plain(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' or '′' => "'",
        '“' or '”' or '„' or '‟' or '″' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => "-",
        '…' => "...",
        _ when Typographic.Contains(c) => " ",
        _ => c.ToString(),
    };
}
