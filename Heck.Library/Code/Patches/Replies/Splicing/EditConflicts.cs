using Heck.Code.Patches.Replies.Matching;

namespace Heck.Code.Patches.Replies.Splicing;

/// <summary>Finds edits of one file that do not go together: both change a line, one changes a line that the other needs, or both add at one place, so that their order would be a guess.</summary>
internal static class EditConflicts
{
    /// <summary>The first such pair; null when all go together.</summary>
    public static (LocatedEdit One, LocatedEdit Other)? In(IReadOnlyList<LocatedEdit> edits, int lineCount)
    {
        // How many edits have the line, and how many have the gap before it inside.
        var (lines, gaps) = (new int[lineCount + 2], new int[lineCount + 2]);
        foreach (var edit in edits)
        {
            Cover(lines, edit.Line, edit.End);
            Cover(gaps, edit.Line + 1, edit.End);
        }

        Sum(lines);
        Sum(gaps);
        var insertions = new HashSet<int>();
        foreach (var edit in edits)
        {
            foreach (var splice in edit.Splices())
            {
                var isMet = splice.Removed.Count > 0
                    ? Enumerable.Range(splice.Line, splice.Removed.Count).Any(line => lines[line] > 1)
                    : gaps[splice.Line] > (splice.Line > edit.Line && splice.Line < edit.End ? 1 : 0) || !insertions.Add(splice.Line);
                if (isMet) return (edits.First(other => other != edit && Meets(other, splice)), edit);
            }
        }

        return null;
    }

    private static bool Meets(LocatedEdit other, LineSplice splice) => splice.Removed.Count > 0
        ? other.Line < splice.End && splice.Line < other.End
        : (other.Line < splice.Line && splice.Line < other.End) || other.Splices().Any(one => one.Removed.Count == 0 && one.Line == splice.Line);

    private static void Cover(int[] counts, int first, int end)
    {
        if (end <= first) return;
        counts[first]++;
        counts[end]--;
    }

    private static void Sum(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
    }
}
