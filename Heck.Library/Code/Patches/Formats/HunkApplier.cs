using Heck.Code.Patches.Diffs;

namespace Heck.Code.Patches.Formats;

/// <summary>
/// Applies hunks to bytes. A hunk's old lines must be there exactly; they are looked for where the header says, moved by what came before, and elsewhere only
/// if there is just one such place. As with git, a hunk that begins at line 1 or lacks context at its end belongs to that end of the file.
/// </summary>
internal static class HunkApplier
{
    /// <returns>The new bytes, or why the first hunk that does not fit does not, as the end of a sentence.</returns>
    public static (byte[]? Result, string? Reason, DiffHunk? Hunk) Apply(ReadOnlyMemory<byte> content, IReadOnlyList<DiffHunk> hunks, DiffBudget budget)
    {
        var lines = new ByteLines(content);
        using var result = new MemoryStream(content.Length);
        var (at, moved) = (0, 0);
        foreach (var hunk in hunks)
        {
            var old = hunk.OldLines;
            var expected = (old.Length == 0 ? hunk.OldStart : hunk.OldStart - 1) + moved;
            var (found, reason) = Find(lines, at, hunk, old, expected, budget);
            if (reason is not null) return (null, reason, hunk);
            moved += found - expected;
            result.Write(lines.Slice(at, found - at));
            foreach (var line in hunk.NewLines) result.Write(line.Span);
            at = found + old.Length;
        }

        result.Write(lines.Slice(at, lines.Count - at));
        return (result.ToArray(), null, null);
    }

    private static (int Line, string? Reason) Find(ByteLines lines, int from, DiffHunk hunk, ReadOnlyMemory<byte>[] old, int expected, DiffBudget budget)
    {
        if (old.Length == 0) return lines.Count == 0 ? (0, null) : (0, "it has no context that would show where its lines belong");
        var first = hunk.OldStart <= 1 ? Math.Max(from, 0) : from;
        var last = lines.Count - old.Length;
        if (hunk.OldStart <= 1) last = Math.Min(last, 0);
        if (hunk.TrailingContext == 0) first = Math.Max(first, lines.Count - old.Length);
        if (expected >= first && expected <= last && Alike(lines, expected, old) == old.Length) return (expected, null);
        var places = new List<int>();
        for (var at = first; at <= last && places.Count < 3; at++)
        {
            var alike = Alike(lines, at, old);
            budget.Compare(alike + 1);
            if (alike == old.Length) places.Add(at);
        }

        return places.Count switch
        {
            1 => (places[0], null),
            0 => (0, "its old lines are not there"),
            _ => (0, $"its old lines are there more than once, at lines {string.Join(", ", places.Select(place => place + 1))}"),
        };
    }

    // How many of the old lines are there, up to the first that is not.
    private static int Alike(ByteLines lines, int at, ReadOnlyMemory<byte>[] old)
    {
        for (var i = 0; i < old.Length; i++)
        {
            if (!lines[at + i].SequenceEqual(old[i].Span)) return i;
        }

        return old.Length;
    }
}
