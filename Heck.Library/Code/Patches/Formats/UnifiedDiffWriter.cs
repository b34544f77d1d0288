using Heck.Code.Patches.Diffs;

namespace Heck.Code.Patches.Formats;

/// <summary>Writes changes as <c>git diff --binary --full-index</c> does, so that git applies them.</summary>
internal sealed class UnifiedDiffWriter : IDisposable
{
    private const int Context = 3;

    private readonly DiffText _text = new();

    public int Additions { get; private set; }

    public int Deletions { get; private set; }

    public byte[] ToArray() => _text.ToArray();

    public void Dispose() => _text.Dispose();

    /// <param name="edit">The contents.</param>
    /// <param name="before">The mode of the old side, where there is one.</param>
    /// <param name="after">The mode of the new side, where there is one.</param>
    public void Add(FileEdit edit, GitFileMode before, GitFileMode after)
    {
        if (edit.IsRenamedAway) return;
        if (edit.Origin is { } origin) AddSection(edit with { Before = origin.Content }, origin.Mode.Digits(), after.Digits(), origin);
        else if (edit is { Before: not null, After: not null } && (before == GitFileMode.Link) != (after == GitFileMode.Link))
        {
            // As git does: a file that becomes a link, or the other way, is one that goes and one that comes.
            AddSection(edit with { After = null }, before.Digits(), after.Digits());
            AddSection(edit with { Before = null }, before.Digits(), after.Digits());
        }
        else AddSection(edit, before.Digits(), after.Digits());
    }

    private void AddSection(FileEdit edit, string oldMode, string newMode, FileOrigin? origin = null)
    {
        var (oldName, newName) = (DiffPaths.Quote("a/" + (origin?.Path ?? edit.Path).Value), DiffPaths.Quote("b/" + edit.Path.Value));
        _text.Line($"diff --git {oldName} {newName}");
        if (edit.Before is null) _text.Line($"new file mode {newMode}");
        else if (edit.After is null) _text.Line($"deleted file mode {oldMode}");
        else if (oldMode != newMode)
        {
            _text.Line($"old mode {oldMode}");
            _text.Line($"new mode {newMode}");
        }

        if (origin is not null) AddOrigin(edit, origin);
        var (before, after) = (edit.Before ?? [], edit.After ?? []);
        var isSame = edit is { Before: not null, After: not null } && before.AsSpan().SequenceEqual(after);
        if (isSame) return;
        var keepsMode = edit is { Before: not null, After: not null } && oldMode == newMode;
        _text.Line($"index {NameOf(edit.Before)}..{NameOf(edit.After)}{(keepsMode ? " " + oldMode : "")}");
        if (BinaryDiff.IsBinary(before) || BinaryDiff.IsBinary(after)) AddBinary(before, after);
        else if (before.Length + after.Length > 0) AddText(edit.Before is null ? "/dev/null" : Terminated(oldName), edit.After is null ? "/dev/null" : Terminated(newName), before, after);
    }

    private void AddOrigin(FileEdit edit, FileOrigin origin)
    {
        var (before, after) = (edit.Before!, edit.After!);
        var score = before.AsSpan().SequenceEqual(after) ? Similarity.Most : new Similarity(before).ScoreTo(new Similarity(after));
        _text.Line($"similarity index {score * 100L / Similarity.Most}%");
        var how = origin.IsCopy ? "copy" : "rename";
        _text.Line($"{how} from {DiffPaths.Quote(origin.Path.Value)}");
        _text.Line($"{how} to {DiffPaths.Quote(edit.Path.Value)}");
    }

    // A tab says where a name with blanks ends.
    private static string Terminated(string name) => name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;

    private static string NameOf(byte[]? content) => content is null ? GitBlob.None : GitBlob.NameOf(content);

    private void AddBinary(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        _text.Line("GIT binary patch");
        BinaryDiff.WriteLiteral(_text, after);
        BinaryDiff.WriteLiteral(_text, before);
    }

    private void AddText(string oldName, string newName, byte[] before, byte[] after)
    {
        _text.Line($"--- {oldName}");
        _text.Line($"+++ {newName}");
        var (oldLines, newLines) = (new ByteLines(before), new ByteLines(after));
        var edits = LineDiff.Between(oldLines, newLines);
        for (var first = 0; first < edits.Count;)
        {
            var last = first;
            while (last + 1 < edits.Count && edits[last + 1].OldStart - edits[last].OldEnd <= 2 * Context) last++;
            AddHunk(oldLines, newLines, edits[first..(last + 1)]);
            first = last + 1;
        }
    }

    private void AddHunk(ByteLines oldLines, ByteLines newLines, List<LineEdit> edits)
    {
        var leading = Math.Min(Context, edits[0].OldStart);
        var trailing = Math.Min(Context, oldLines.Count - edits[^1].OldEnd);
        var (oldStart, newStart) = (edits[0].OldStart - leading, edits[0].NewStart - leading);
        _text.Line($"@@ -{Range(oldStart, edits[^1].OldEnd + trailing - oldStart)} +{Range(newStart, edits[^1].NewEnd + trailing - newStart)} @@");
        var at = oldStart;
        foreach (var edit in edits)
        {
            for (; at < edit.OldStart; at++) _text.Line(' ', oldLines[at]);
            for (; at < edit.OldEnd; at++) _text.Line('-', oldLines[at]);
            for (var i = edit.NewStart; i < edit.NewEnd; i++) _text.Line('+', newLines[i]);
            (Additions, Deletions) = (Additions + edit.NewCount, Deletions + edit.OldCount);
        }

        for (var end = at + trailing; at < end; at++) _text.Line(' ', oldLines[at]);
    }

    // An empty side names the line before it.
    private static string Range(int start, int count) => count switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        _ => $"{start + 1},{count}",
    };
}
