using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;

namespace Heck.Workflows.Patching;

/// <summary>The difference of two commits as edits.</summary>
internal sealed class RangeEdits(GitTrees trees)
{
    private const string Separator = "..";

    /// <param name="range">As git writes it, <c>A..B</c>; a side that is left out is HEAD.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="HeckException"><c>request.invalid</c>; <c>path.refused</c>: a submodule changed.</exception>
    public async Task<IReadOnlyList<FileEdit>> ReadAsync(string range, CancellationToken ct)
    {
        if (range.Split(Separator) is not [var from, var to] || to.StartsWith('.') || range.Length == Separator.Length) throw ErrorTable.RequestInvalid.With($"'{range}' is no range of commits.", "Write --range A..B.");
        var changes = await trees.DifferencesAsync(OrHead(from), OrHead(to), ct).ConfigureAwait(false);
        if (changes.FirstOrDefault(change => change.Old.IsSubmodule || change.New.IsSubmodule) is { Old: { } submodule })
            throw ErrorTable.PathRefused.With($"'{submodule.Path}' changed in {range} and is a submodule: a repository of its own, whose commit only git can move.");
        var contents = await trees.ContentsAsync([.. changes.SelectMany(change => new[] { change.Old, change.New }).Where(entry => !entry.IsNothing).Select(entry => entry.Name).Distinct()], ct).ConfigureAwait(false);
        return [.. changes.Select(change => new FileEdit(change.New.Path, Content(change.Old), Content(change.New), GitFileModes.Parse(change.New.Mode)) { BeforeMode = GitFileModes.Parse(change.Old.Mode) })];

        byte[]? Content(GitTreeEntry entry) => entry.IsNothing ? null : contents[entry.Name];
    }

    private static string OrHead(string name) => name.Length == 0 ? "HEAD" : name;
}
