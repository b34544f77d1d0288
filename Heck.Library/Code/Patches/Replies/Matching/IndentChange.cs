namespace Heck.Code.Patches.Replies.Matching;

/// <summary>
/// How the indent of an edit's lines becomes that of the file's: some blanks more or fewer in front of every line, or tabs for so many blanks each, or the reverse.
/// </summary>
/// <param name="Added">What the file has in front of each indent.</param>
/// <param name="Removed">What the edit has in front of each indent and the file has not.</param>
/// <param name="Width">Blanks for a tab: positive where the file has tabs, negative where the edit has; 0 where both have the same.</param>
internal sealed record IndentChange(string Added, string Removed, int Width)
{
    private const int Widest = 8;

    public static IndentChange None { get; } = new("", "", 0);

    /// <summary>The one change that all lines share, blank lines aside; null when there is none.</summary>
    public static IndentChange? Between(IReadOnlyList<string> edit, FileLines file, int first)
    {
        var pairs = new List<(string Edit, string File)>();
        for (var i = 0; i < edit.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(edit[i])) pairs.Add((IndentOf(edit[i]), IndentOf(file[first + i])));
        }

        if (pairs.Count == 0) return None;
        return Candidates(pairs[0], pairs).FirstOrDefault(change => pairs.TrueForAll(pair => change.ApplyToIndent(pair.Edit) == pair.File));
    }

    /// <summary>The line with the file's indent; null when it has too little for that.</summary>
    public string? Apply(string line)
    {
        if (this == None || string.IsNullOrWhiteSpace(line)) return line;
        var indent = IndentOf(line);
        return ApplyToIndent(indent) is { } changed ? changed + line[indent.Length..] : null;
    }

    private static IEnumerable<IndentChange> Candidates((string Edit, string File) first, List<(string Edit, string File)> pairs)
    {
        if (first.File.EndsWith(first.Edit, StringComparison.Ordinal)) yield return new IndentChange(first.File[..^first.Edit.Length], "", 0);
        if (first.Edit.EndsWith(first.File, StringComparison.Ordinal)) yield return new IndentChange("", first.Edit[..^first.File.Length], 0);
        if (pairs.Find(pair => pair.Edit.Length > 0 && pair.File.Length > 0) is not ({ } edit, { } file)) yield break;
        if (IsOnly(edit, ' ') && IsOnly(file, '\t') && edit.Length % file.Length == 0) yield return new IndentChange("", "", edit.Length / file.Length);
        if (IsOnly(edit, '\t') && IsOnly(file, ' ') && file.Length % edit.Length == 0) yield return new IndentChange("", "", -file.Length / edit.Length);
    }

    private string? ApplyToIndent(string indent) => Width switch
    {
        > Widest or < -Widest or 1 or -1 => null,
        0 => indent.StartsWith(Removed, StringComparison.Ordinal) ? Added + indent[Removed.Length..] : null,
        > 0 => IsOnly(indent, ' ') ? new string('\t', indent.Length / Width) + new string(' ', indent.Length % Width) : null,
        _ => IsOnly(indent, '\t') ? new string(' ', indent.Length * -Width) : null,
    };

    private static string IndentOf(string line) => line[..^line.TrimStart(' ', '\t').Length];

    private static bool IsOnly(string indent, char blank) => !indent.AsSpan().ContainsAnyExcept(blank);
}
