namespace Heck.Code.Index.Searching;

/// <summary>How well a name answers what was typed: the same, the same but for letter case, its beginning, its humps, or a part of it; failing these, that it is alike.</summary>
internal sealed class NameMatcher(string typed)
{
    /// <summary>Names less alike than this are other names.</summary>
    private const double LeastAlike = 0.45;

    private readonly HashSet<ulong> _trigrams = [.. Trigrams(typed)];

    /// <summary>A score between 0 and 1 with its reason; 0 when the name does not hold what was typed.</summary>
    public (double Score, string Reason) Match(string name)
    {
        if (name == typed) return (1, "exact");
        if (name.Equals(typed, StringComparison.OrdinalIgnoreCase)) return (0.95, "exact but for case");
        var share = (double)typed.Length / name.Length;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return (0.8 + (0.1 * share), "prefix");
        if (typed.Length > 1 && IsHumps(name)) return (0.7 + (0.1 * share), "camel humps");
        return typed.Length > 2 && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? (0.6 + (0.1 * share), "part") : (0, "");
    }

    /// <summary>The same for names that only resemble what was typed, by Dice's coefficient over trigrams.</summary>
    public (double Score, string Reason) Resemble(string name)
    {
        // The coefficient can reach the bound only between names of like length.
        if (typed.Length <= 3 || name.Length > typed.Length * 3 || typed.Length > name.Length * 3) return (0, "");
        var shared = 0;
        var count = 0;
        foreach (var trigram in Trigrams(name))
        {
            count++;
            if (_trigrams.Contains(trigram)) shared++;
        }

        var alike = 2.0 * shared / (count + _trigrams.Count);
        return alike >= LeastAlike ? (0.6 * Math.Min(alike, 1), "alike") : (0, "");
    }

    /// <summary><c>gUN</c> and <c>getna</c> are humps of <c>getUserName</c>: each part of the name gives some first letters, in order.</summary>
    private bool IsHumps(string name) => MatchHumps(name, 0, 0);

    private bool MatchHumps(string name, int at, int matched)
    {
        if (matched == typed.Length) return true;
        for (var start = at; start < name.Length; start++)
        {
            if (!IsPartStart(name, start)) continue;
            var length = 0;
            while (matched + length < typed.Length && start + length < name.Length && char.ToLowerInvariant(name[start + length]) == char.ToLowerInvariant(typed[matched + length]))
            {
                length++;
                if (MatchHumps(name, start + length, matched + length)) return true;
            }

            // The first letter typed must begin the name, or everything would match something.
            if (matched == 0) return false;
        }

        return false;
    }

    private static bool IsPartStart(string name, int at) => at == 0
        || (char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))))
        || (char.IsLetterOrDigit(name[at]) && !char.IsLetterOrDigit(name[at - 1]));

    private static IEnumerable<ulong> Trigrams(string name)
    {
        ulong window = ' ';
        for (var i = 0; i <= name.Length; i++)
        {
            window = ((window << 16) | (i < name.Length ? char.ToLowerInvariant(name[i]) : ' ')) & 0xFFFF_FFFF_FFFF;
            if (i > 0) yield return window;
        }
    }
}
