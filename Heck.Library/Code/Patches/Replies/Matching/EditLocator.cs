using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Replies.Matching;

/// <summary>
/// Finds where in one file edits belong. An edit's old lines must all be there, in a row, at one place only. What may differ widens step by step (<see cref="Widening"/>) until
/// there is a place; content that differs is never taken.
/// </summary>
internal sealed class EditLocator(FileLines file, SearchBudget budget)
{
    // Each costs a look at the whole file.
    private const int MostNearest = 3;

    private readonly Dictionary<Widening, LineKeys> _keys = [];
    private AnchorLines? _anchors;
    private int _nearest;

    /// <summary>One of both is not null.</summary>
    public (LocatedEdit? Place, EditFailure? Failure) Locate(EditProposal edit)
    {
        if (edit.ChangesNothing) return Fail(ErrorTable.PatchEmpty, edit, "changes nothing");
        var scope = edit.Anchors.Count == 0 ? AnchorScope.Whole : AnchorScope.Of(edit.Anchors, _anchors ??= new AnchorLines(file), budget);
        if (scope.Missing is { } missing) return (null, new EditFailure(ErrorTable.PatchNoMatch, edit, "stands below a line that is not in the file", []) { Nearest = Nearest([missing]) });
        return edit.OldLines.Count == 0 ? LocateInsertion(edit, scope) : LocateLines(edit, scope);
    }

    private static (LocatedEdit?, EditFailure?) Fail(ErrorCode code, EditProposal edit, string what, params IEnumerable<int> lines) =>
        (null, new EditFailure(code, edit, what, [.. lines.Select(line => line + 1)]));

    private (LocatedEdit?, EditFailure?) LocateInsertion(EditProposal edit, AnchorScope scope)
    {
        if (file.Count == 0 || edit.IsAtEnd) return (new LocatedEdit(edit, file.Count, IndentChange.None), null);
        return scope.Innermost.Count switch
        {
            0 => Fail(ErrorTable.PatchNoMatch, edit, "has no old lines that would show where its new ones belong"),
            1 => (new LocatedEdit(edit, scope.Innermost[0] + 1, IndentChange.None), null),
            _ => Fail(ErrorTable.PatchAmbiguous, edit, "stands below a line that is in the file more than once", scope.Innermost),
        };
    }

    private (LocatedEdit?, EditFailure?) LocateLines(EditProposal edit, AnchorScope scope)
    {
        var places = Search(edit, edit.OldLines, scope);
        if (places.Count > 1 && places.Find(place => place.Line + 1 == edit.OldStart) is { } named) places = [named];
        return places switch
        {
            [] => NotThere(edit, scope),
            [var place] when IsThereAlready(place) => AlreadyThere(edit, [place.Line]),
            [var place] => (place, null),
            _ => Fail(ErrorTable.PatchAmbiguous, edit, "has old lines that are in the file more than once", places.Select(place => place.Line)),
        };
    }

    private List<LocatedEdit> Search(EditProposal edit, IReadOnlyList<string> lines, AnchorScope scope)
    {
        foreach (var widening in Enum.GetValues<Widening>())
        {
            if (!_keys.TryGetValue(widening, out var keys)) _keys.Add(widening, keys = new LineKeys(file, widening));
            budget.Scan(file.Count);
            var places = keys.PlacesOf(lines).Where(line => IsAllowed(edit, line, lines.Count, scope)).Select(line => At(edit, line, lines, widening)).OfType<LocatedEdit>().ToList();
            if (places.Count > 0) return places;
        }

        return [];
    }

    private LocatedEdit? At(EditProposal edit, int line, IReadOnlyList<string> lines, Widening widening)
    {
        if (widening != Widening.Indent) return new LocatedEdit(edit, line, IndentChange.None);
        budget.Compare(lines.Count);
        return IndentChange.Between(lines, file, line) is { } indent && edit.AddedLines.All(added => indent.Apply(added) is not null) ? new LocatedEdit(edit, line, indent) : null;
    }

    // An edit is where its first change is; the context above may lie above the anchor.
    private bool IsAllowed(EditProposal edit, int line, int count, AnchorScope scope)
    {
        if (edit.IsAtEnd && line + count != file.Count) return false;
        var context = edit.Lines.TakeWhile(proposed => proposed.Sign == ' ').Count();
        var first = edit.Lines[context].Sign == '-' || context == 0 ? context : context - 1;
        return scope.Allows(Math.Min(line + first, file.Count));
    }

    private (LocatedEdit?, EditFailure?) NotThere(EditProposal edit, AnchorScope scope)
    {
        if (SaysSomething(edit) && Search(edit, edit.NewLines, scope) is [_, ..] places) return AlreadyThere(edit, places.Select(place => place.Line));
        var what = edit switch
        {
            { IsAtEnd: true } => "has old lines that are not at the end of the file",
            { Anchors.Count: > 0 } => "has old lines that are not in the file below the lines that it names",
            _ => "has old lines that are not in the file",
        };
        // An edit that names its line was made from a file that had it there.
        return (null, new EditFailure(edit.OldStart is null ? ErrorTable.PatchNoMatch : ErrorTable.PatchStale, edit, what, []) { Nearest = Nearest(edit.OldLines) });
    }

    private static (LocatedEdit?, EditFailure?) AlreadyThere(EditProposal edit, IEnumerable<int> lines) =>
        Fail(ErrorTable.PatchAlreadyThere, edit, "is in the file already", lines);

    private NearestLines? Nearest(IReadOnlyList<string> lines) => _nearest++ < MostNearest ? NearestLines.Of(lines, file) : null;

    // Brackets and blank lines alone are everywhere.
    private static bool SaysSomething(EditProposal edit) => edit.NewLines.Count > 0
        && (edit.AddedLines.Any() ? edit.AddedLines : edit.NewLines.Skip(1)).Any(line => line.Any(char.IsLetterOrDigit));

    // An insertion's old lines are still there after it was made; then its new lines stand around them.
    private bool IsThereAlready(LocatedEdit place)
    {
        var edit = place.Edit;
        if (edit.Lines.Any(line => line.Sign == '-') || !SaysSomething(edit)) return false;
        return Stands(place, place.Line) || Stands(place, place.End - edit.NewLines.Count);
    }

    private bool Stands(LocatedEdit place, int line)
    {
        var lines = place.Edit.NewLines;
        if (line < 0 || line + lines.Count > file.Count) return false;
        budget.Compare(lines.Count);
        return Enumerable.Range(0, lines.Count).All(i => LineFold.Of(place.Indent.Apply(lines[i]) ?? lines[i], Widening.TrailingBlanks) == LineFold.Of(file[line + i], Widening.TrailingBlanks));
    }
}
