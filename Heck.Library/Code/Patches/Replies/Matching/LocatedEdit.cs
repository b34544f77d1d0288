namespace Heck.Code.Patches.Replies.Matching;

/// <summary>An edit with the one place where it belongs.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Line">The file's line, from 0, of its first old line; of an edit without any, the line that it stands before.</param>
/// <param name="Indent">What its new lines get.</param>
internal sealed record LocatedEdit(EditProposal Edit, int Line, IndentChange Indent)
{
    public int End => Line + Edit.OldLines.Count;

    /// <summary>Each stretch of the file's lines that goes, with what comes for it.</summary>
    public IEnumerable<LineSplice> Splices()
    {
        var at = Line;
        for (var i = 0; i < Edit.Lines.Count;)
        {
            if (Edit.Lines[i].Sign == ' ')
            {
                (at, i) = (at + 1, i + 1);
                continue;
            }

            var first = i;
            while (i < Edit.Lines.Count && Edit.Lines[i].Sign != ' ') i++;
            var stretch = Edit.Lines.Skip(first).Take(i - first).ToList();
            var splice = new LineSplice(at, [.. stretch.Where(line => line.Sign == '-')], [.. stretch.Where(line => line.Sign == '+')]);
            yield return splice;
            at = splice.End;
        }
    }
}
