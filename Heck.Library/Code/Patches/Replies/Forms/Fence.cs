namespace Heck.Code.Patches.Replies.Forms;

/// <summary>A fenced part of a Markdown text: its lines, from 0, without the fence itself.</summary>
/// <param name="First">Its first line.</param>
/// <param name="End">The line of the closing fence, or the number of lines when there is none.</param>
/// <param name="IsClosed">It has a closing fence.</param>
internal sealed record Fence(int First, int End, bool IsClosed)
{
    private const int Shortest = 3;

    public static IReadOnlyList<Fence> In(ReplyLines lines)
    {
        var fences = new List<Fence>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (TryInfo(lines[at].Trim()) is null) continue;
            var end = EndOf(lines, at);
            fences.Add(new Fence(at + 1, end, end < lines.Count));
            at = end;
        }

        return fences;
    }

    /// <summary>What stands behind the fence's marks; null when the line is no fence.</summary>
    /// <param name="line">Without blanks around it.</param>
    public static string? TryInfo(string line)
    {
        var marks = Marks(line);
        var info = line[marks..].Trim();
        return marks < Shortest || info.Contains('`') ? null : info;
    }

    // A fence is closed by one of the same kind, at the same place of the line and no shorter, so that a diff's lines close none.
    private static int EndOf(ReplyLines lines, int start)
    {
        var opening = lines[start];
        var indent = opening.Length - opening.TrimStart().Length;
        var mark = opening[indent];
        var marks = Marks(opening[indent..]);
        for (var at = start + 1; at < lines.Count; at++)
        {
            var line = lines[at].TrimEnd();
            if (line.Length >= indent + marks && line.AsSpan(0, indent).IsWhiteSpace() && line.AsSpan(indent).TrimStart(mark).IsEmpty) return at;
        }

        return lines.Count;
    }

    private static int Marks(string line) => line is ['`' or '~', ..] ? line.Length - line.TrimStart(line[0]).Length : 0;
}
