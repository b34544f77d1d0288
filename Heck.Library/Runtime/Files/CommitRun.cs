using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// One commit on its way: new contents are staged beside their targets, all of them durable before the first change of the tree; then the names are
/// exchanged; then the commit is marked, which is the moment from which it counts.
/// </summary>
internal sealed class CommitRun(RepositoryLayout layout, TreeFolders folders, BlobStore blobs, CommitJournal journal, CommitPlan plan)
{
    private IReadOnlyList<CommitJournalEntry> Entries => journal.Content.Entries;

    /// <exception cref="HeckException"><c>files.stale</c>, <c>path.refused</c>, <c>files.unfinished</c>.</exception>
    public IReadOnlyList<FileTransition> Run(CancellationToken ct)
    {
        try
        {
            var made = Stage(ct);
            journal.MarkOpen();
            foreach (var entry in Entries.Where(entry => entry.After is null)) SetAside(entry);
            PruneFolders();
            foreach (var folder in journal.Content.NewFolders) MakeFolder(folder);
            foreach (var entry in Entries.Where(entry => entry.After is not null)) Put(entry);
            folders.EnsureInPlace();
            folders.Flush(journal.Content.FoldersTouched(folders));
            journal.MarkCommitted();
            return made;
        }
        finally
        {
            // Committed or not, what is left is the same work that the next start would do.
            if (!journal.IsUndecided) Finish();
        }
    }

    private void Finish()
    {
        try
        {
            new CommitRecovery(layout, folders, isNextStart: false).Finish(journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!journal.IsCommitted) throw ErrorTable.FilesUnfinished.With($"The file system refused a write, and then refused to put it back: {e.Message}", inner: e);
        }
    }

    private FileTransition[] Stage(CancellationToken ct)
    {
        var made = new FileTransition[Entries.Count];
        Durability.InParallel([.. Enumerable.Range(0, Entries.Count)], i =>
        {
            ct.ThrowIfCancellationRequested();
            var entry = Entries[i];
            made[i] = new FileTransition(entry.Path, entry.Before, entry is { After: { } after, ChangesModeOnly: false } ? after with { Mode = Stage(entry, plan.Changes[i].Change.Mode) } : entry.After);
        });
        folders.Flush([.. Entries.Where(entry => entry is { After: not null, ChangesModeOnly: false }).Select(entry => entry.Staged.Parent).Distinct()]);
        return made;
    }

    // A file that is there keeps its bits, so that secrets stay secret; a new one gets the system's, which only the system knows.
    private UnixFileMode? Stage(CommitJournalEntry entry, ModeChange change)
    {
        using var folder = folders.Open(entry.Staged.Parent);
        if (entry.After!.IsLink)
        {
            folder.Folder.CreateLink(entry.Staged.Name, blobs.Read(entry.After.Hash));
            return null;
        }

        return folder.Folder.Create(entry.Staged.Name, sink => blobs.CopyTo(entry.After!.Hash, sink), given => entry.After!.Mode ?? change.ApplyTo(given), isPrivate: entry.After!.Mode is not null, like: entry.Before is { IsLink: false } ? entry.Path.Name : null);
    }

    private void SetAside(CommitJournalEntry entry)
    {
        using var folder = folders.Open(entry.Path.Parent);
        using var aside = folders.Open(entry.Staged.Parent);
        folder.Folder.Move(entry.Path.Name, aside.Folder, entry.Staged.Name);
        if (aside.Folder.StateOf(entry.Staged.Name)?.Body != entry.Before!.Body) throw AtomicFileSystem.Stale([entry.Path]);
    }

    private void Put(CommitJournalEntry entry)
    {
        using var folder = folders.Open(entry.Path.Parent);
        if (entry.ChangesModeOnly) PutMode(entry, folder.Folder);
        else if (entry.Before is null) PutNew(entry, folder.Folder);
        else
        {
            folder.Folder.Exchange(entry.Staged.Name, entry.Path.Name);
            // Looked at only now, when nobody can write another content under this name unseen.
            if (folder.Folder.StateOf(entry.Staged.Name)?.Body != entry.Before.Body) throw AtomicFileSystem.Stale([entry.Path]);
        }
    }

    private static void PutMode(CommitJournalEntry entry, TreeFolder folder)
    {
        if (folder.StateOf(entry.Path.Name)?.Body != entry.Before!.Body) throw AtomicFileSystem.Stale([entry.Path]);
        if (entry.After!.Mode is { } mode) folder.SetMode(entry.Path.Name, mode);
    }

    private void PutNew(CommitJournalEntry entry, TreeFolder folder)
    {
        using var waiting = folders.Open(entry.Staged.Parent);
        if (folder.Holds(entry.Path.Name)) throw AtomicFileSystem.Stale([entry.Path]);
        waiting.Folder.Move(entry.Staged.Name, folder, entry.Path.Name);
    }

    private void MakeFolder(RepoPath path)
    {
        using var parent = folders.Open(path.Parent);
        parent.Folder.MakeFolder(path.Name);
        folders.Forget(path);
    }

    // A folder that a deletion emptied goes too, as with git, up to one that still holds something.
    private void PruneFolders()
    {
        foreach (var emptied in Entries.Where(entry => entry.After is null).Select(entry => entry.Path.Parent).Distinct())
        {
            for (var folder = emptied; folder.Value.Length > 0 && TryRemove(folder); folder = folder.Parent)
            {
            }
        }
    }

    // One that an earlier round has removed counts as removed now.
    private bool TryRemove(RepoPath path)
    {
        using var parent = folders.TryOpen(path.Parent);
        if (parent is not { Folder: var folder } || !folder.Holds(path.Name)) return true;
        if (!folder.TryRemoveFolder(path.Name)) return false;
        folders.Forget(path);
        return true;
    }
}
