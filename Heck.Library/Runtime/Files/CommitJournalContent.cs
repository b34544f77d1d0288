using Heck.Contracts;
using Heck.Runtime.Files.Trees;

namespace Heck.Runtime.Files;

/// <param name="Cause">The operation, for the message of whoever finds the journal.</param>
/// <param name="Entries">Every path that the commit changes.</param>
/// <param name="NewFolders">Folders that were not there before, outermost first.</param>
internal sealed record CommitJournalContent(string Cause, IReadOnlyList<CommitJournalEntry> Entries, IReadOnlyList<RepoPath> NewFolders)
{
    /// <summary>As <see cref="FileChangeSet.Links"/>.</summary>
    public IReadOnlyCollection<RepoPath> Links() => [.. Entries.Where(entry => entry is { Before.IsLink: true } or { After.IsLink: true }).Select(entry => entry.Path)];

    /// <summary>The folders whose entries the commit changes, as far as they are there now. With a deletion those above may go, and come back with its undoing.</summary>
    public IReadOnlyCollection<RepoPath> FoldersTouched(TreeFolders folders)
    {
        var touched = Entries.SelectMany(entry => entry.After is null ? WithAllAbove(entry.Path.Parent).Append(entry.Staged.Parent) : [entry.Path.Parent, entry.Staged.Parent]);
        return [.. touched.Concat(NewFolders.Select(folder => folder.Parent)).Distinct().Select(folders.NearestTo).Distinct()];
    }

    private static IEnumerable<RepoPath> WithAllAbove(RepoPath folder)
    {
        for (; folder.Value.Length > 0; folder = folder.Parent) yield return folder;
        yield return folder;
    }
}
