using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <param name="Cause">The operation, for the message of whoever finds the journal.</param>
/// <param name="Entries">Every path that the commit changes.</param>
/// <param name="NewFolders">Folders that were not there before, outermost first.</param>
internal sealed record CommitJournalContent(string Cause, IReadOnlyList<CommitJournalEntry> Entries, IReadOnlyList<RepoPath> NewFolders)
{
    /// <summary>The folders whose entries the commit changes, as far as they are there now.</summary>
    public IReadOnlyCollection<string> FoldersTouched(RepositoryLayout layout)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Entries.SelectMany(entry => new[] { entry.Path, entry.Staged }).Concat(NewFolders))
        {
            var folder = path.Parent;
            while (!Directory.Exists(layout.FullPath(folder))) folder = folder.Parent;
            folders.Add(layout.FullPath(folder));
        }

        return folders;
    }
}
