using Heck.Contracts;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <param name="Cause">The operation, for the message of whoever finds the journal.</param>
/// <param name="Entries">Every path that the commit changes.</param>
/// <param name="NewFolders">Folders that were not there before, outermost first.</param>
internal sealed record CommitJournalContent(string Cause, IReadOnlyList<CommitJournalEntry> Entries, IReadOnlyList<RepoPath> NewFolders)
{
    /// <summary>As <see cref="FileChange.IsOfLink"/>.</summary>
    public IReadOnlyCollection<RepoPath> Links() => [.. Entries.Where(entry => new FileChange(entry.Path, entry.Before?.Body, entry.After?.Body).IsOfLink).Select(entry => entry.Path)];

    /// <summary>The folders whose entries the commit changes, as far as they are there now. With a deletion those above may go, and come back with its undoing.</summary>
    public IReadOnlyCollection<RepoPath> FoldersTouched(TreeFolders folders)
    {
        var touched = Entries.SelectMany(entry => entry.After is null ? WithAllAbove(entry.Path.Parent).Append(entry.Staged.Parent) : [entry.Path.Parent, entry.Staged.Parent]);
        return [.. touched.Concat(NewFolders.Select(folder => folder.Parent)).Distinct().Select(folders.NearestTo).Distinct()];
    }

    /// <summary>The first path that no commit would have put here: a journal may have come with somebody's repository, and is carried out before anything is asked.</summary>
    public RepoPath? FirstForeign()
    {
        foreach (var entry in Entries)
        {
            if (!MayBeChanged(entry.Path)) return entry.Path;
            if (!entry.Staged.Name.StartsWith(AtomicFileSystem.StagedPrefix, StringComparison.Ordinal) || !(entry.Staged.Parent == RepositoryLayout.JournalRoot || entry.Path.Parent.IsWithin(entry.Staged.Parent))) return entry.Staged;
        }

        return NewFolders.Where(folder => !Entries.Any(entry => entry.Path.Parent.IsWithin(folder))).Select(folder => (RepoPath?)folder).FirstOrDefault();
    }

    // Of our own files a commit takes the patches' notes along.
    private static bool MayBeChanged(RepoPath path) => PathNames.ReasonAgainst(path) is null || (path.Parent == RepositoryLayout.PatchRoot && path.Extension == ".json");

    private static IEnumerable<RepoPath> WithAllAbove(RepoPath folder)
    {
        for (; folder.Value.Length > 0; folder = folder.Parent) yield return folder;
        yield return folder;
    }
}
