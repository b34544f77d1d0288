namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>
/// Git's pattern language over bytes: <c>?</c> and <c>*</c> stop at a slash, <c>**</c> between slashes (or at an end) does not, <c>\</c> takes the
/// next byte literally, <c>[…]</c> never matches a slash. Only the last <c>*</c> and the last <c>**</c> are ever tried again, which suffices because
/// neither side of a slash can grow over it; so hostile patterns cost pattern times text, squared at worst.
/// </summary>
internal static class Wildmatch
{
    public static bool IsMatch(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        int p = 0, t = 0;
        int afterStar = -1, starEnd = 0;
        int afterDeep = -1, deepEnd = 0;
        while (p < pattern.Length || t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                var stars = CountStars(pattern[p..]);
                var slash = stars >= 2 && (p == 0 || pattern[p - 1] == '/') ? SlashAfter(pattern, p + stars) : null;
                p += stars;
                if (slash is null)
                {
                    (afterStar, starEnd) = (p, t);
                    continue;
                }

                if (p == pattern.Length) return true;
                (afterStar, afterDeep, deepEnd) = (-1, p + slash.Value, t);
                p = afterDeep;

                // '**/' may stand for no folder at all; '**\/' needs its slash.
                if (slash == 1 || AfterNextSlash(text, ref deepEnd)) t = deepEnd;
                else return false;
            }
            else if (p < pattern.Length && t < text.Length && MatchesOne(pattern, ref p, text[t]))
            {
                t++;
            }
            else if (afterStar >= 0 && starEnd < text.Length && text[starEnd] != '/')
            {
                (p, t) = (afterStar, ++starEnd);
            }
            else if (afterDeep >= 0 && AfterNextSlash(text, ref deepEnd))
            {
                (p, t, afterStar) = (afterDeep, deepEnd, -1);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static int CountStars(ReadOnlySpan<byte> pattern) =>
        pattern.IndexOfAnyExcept((byte)'*') is var end and >= 0 ? end : pattern.Length;

    /// <summary>The length of the slash at a place, 0 at the pattern's end, null when something else is there.</summary>
    private static int? SlashAfter(ReadOnlySpan<byte> pattern, int at) => pattern[at..] switch
    {
        [] => 0,
        [(byte)'/', ..] => 1,
        [(byte)'\\', (byte)'/', ..] => 2,
        _ => null,
    };

    private static bool AfterNextSlash(ReadOnlySpan<byte> text, ref int at)
    {
        var slash = text[at..].IndexOf((byte)'/');
        at += slash + 1;
        return slash >= 0;
    }

    /// <summary>Matches one byte; moves <paramref name="p"/> behind what matched it. Where it is left after a mismatch has no meaning.</summary>
    private static bool MatchesOne(ReadOnlySpan<byte> pattern, ref int p, byte value)
    {
        switch (pattern[p])
        {
            case (byte)'?':
                p++;
                return value != '/';
            case (byte)'[':
                return Bracket.TryMatch(pattern, ref p, value) && value != '/';
            case (byte)'\\':
                p += 2;
                return p <= pattern.Length && pattern[p - 1] == value;
            default:
                return pattern[p++] == value;
        }
    }
}
