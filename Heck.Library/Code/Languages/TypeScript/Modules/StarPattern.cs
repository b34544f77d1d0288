namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>Patterns with at most one star, as in <c>paths</c>, <c>exports</c> and <c>imports</c>.</summary>
internal static class StarPattern
{
    /// <summary>What the star stands for (empty for a pattern without one), or null when the text does not fit.</summary>
    public static string? Match(string pattern, string text)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return pattern == text ? "" : null;
        var tail = pattern[(star + 1)..];
        return text.Length >= pattern.Length - 1 && text.StartsWith(pattern[..star], StringComparison.Ordinal) && text.EndsWith(tail, StringComparison.Ordinal)
            ? text[star..^tail.Length]
            : null;
    }

    /// <summary>Higher is tried first: a pattern without star, then by the length before the star.</summary>
    public static int Precedence(string pattern) => pattern.IndexOf('*', StringComparison.Ordinal) is var star and >= 0 ? star : int.MaxValue;
}
