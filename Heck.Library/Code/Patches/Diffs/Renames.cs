using Heck.Contracts;

namespace Heck.Code.Patches.Diffs;

/// <summary>
/// Finds which new files are old ones under another name, as git does: said by whoever made the change, or of the same content, or at least half of it the same by git's count.
/// Copies are believed where they are said, and not looked for.
/// </summary>
internal sealed class Renames
{
    // Pairs that are compared; beyond that only equal contents are found. Git's own limit is 1,000 by 1,000.
    private const int MostPairs = 100 * 100;

    private readonly Dictionary<RepoPath, FileEdit> _edits;
    private readonly Func<FileEdit, GitFileMode> _before;
    private readonly Func<FileEdit, GitFileMode> _after;

    private Renames(IReadOnlyList<FileEdit> edits, Func<FileEdit, GitFileMode> before, Func<FileEdit, GitFileMode> after) =>
        (_edits, _before, _after) = (edits.ToDictionary(edit => edit.Path), before, after);

    /// <param name="edits">At most one for each path.</param>
    /// <param name="before">The mode of an edit's old side.</param>
    /// <param name="after">The mode of an edit's new side.</param>
    /// <returns>The same edits, in order, with what was found.</returns>
    public static List<FileEdit> Mark(IReadOnlyList<FileEdit> edits, Func<FileEdit, GitFileMode> before, Func<FileEdit, GitFileMode> after)
    {
        var renames = new Renames(edits, before, after);
        renames.TakeSaid();
        if (renames.Gone.Any() && renames.Made.Any())
        {
            renames.TakeEqual();
            renames.TakeSimilar();
        }

        return [.. edits.Select(edit => renames._edits[edit.Path])];
    }

    private IEnumerable<FileEdit> Gone => _edits.Values.Where(edit => edit is { Before.Length: > 0, After: null, IsRenamedAway: false });

    private IEnumerable<FileEdit> Made => _edits.Values.Where(edit => edit is { Before: null, After.Length: > 0, Origin: null });

    private void TakeSaid()
    {
        foreach (var edit in _edits.Values.Where(edit => edit.Origin is not null).OrderBy(edit => edit.Path).ToList())
        {
            var origin = edit.Origin!;
            // Only a new file has another's name, and a file never becomes a link by it.
            if (edit.Before is not null || edit.After is null || (origin.Mode == GitFileMode.Link) != (_after(edit) == GitFileMode.Link)) _edits[edit.Path] = edit with { Origin = null };
            else if (_edits.GetValueOrDefault(origin.Path) is { After: null, IsRenamedAway: false } source) Rename(source, edit);
            else _edits[edit.Path] = edit with { Origin = origin with { IsCopy = true } };
        }
    }

    private void TakeEqual()
    {
        var gone = Gone.OrderBy(edit => edit.Path).ToLookup(edit => ContentHash.Of(edit.Before));
        foreach (var made in Made.OrderBy(edit => edit.Path).ToList())
        {
            // Of several, one with the same last name first.
            var source = gone[ContentHash.Of(made.After)].Where(source => !_edits[source.Path].IsRenamedAway && AreOneKind(source, made)).OrderByDescending(source => source.Path.Name == made.Path.Name).FirstOrDefault();
            if (source is not null) Rename(source, made);
        }
    }

    private void TakeSimilar()
    {
        var (gone, made) = (Gone.Where(edit => _before(edit) != GitFileMode.Link).ToList(), Made.Where(edit => _after(edit) != GitFileMode.Link).ToList());
        if ((long)gone.Count * made.Count > MostPairs) return;
        var (sources, targets) = (gone.ConvertAll(edit => new Similarity(edit.Before!)), made.ConvertAll(edit => new Similarity(edit.After!)));
        var pairs = from i in Enumerable.Range(0, gone.Count)
            from j in Enumerable.Range(0, made.Count)
            let score = sources[i].ScoreTo(targets[j])
            where score >= Similarity.LeastForRename
            orderby score descending, gone[i].Path.Name == made[j].Path.Name descending, made[j].Path, gone[i].Path
            select (Source: gone[i].Path, Target: made[j].Path);
        foreach (var (source, target) in pairs)
        {
            if (!_edits[source].IsRenamedAway && _edits[target].Origin is null) Rename(_edits[source], _edits[target]);
        }
    }

    private void Rename(FileEdit source, FileEdit target)
    {
        _edits[target.Path] = target with { Origin = new FileOrigin(source.Path, source.Before!, _before(source), IsCopy: false) };
        _edits[source.Path] = source with { IsRenamedAway = true };
    }

    private bool AreOneKind(FileEdit source, FileEdit target) => (_before(source) == GitFileMode.Link) == (_after(target) == GitFileMode.Link);
}
