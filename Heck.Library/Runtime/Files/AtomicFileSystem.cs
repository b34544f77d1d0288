using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// The only way that anything in a user's tree is written. A set of changes happens as a whole: a process killed at any moment leaves what
/// <see cref="CommitRecovery"/> turns into entirely before or entirely after, and a failure puts everything back in the same run.
/// </summary>
internal sealed class AtomicFileSystem(RepositoryLayout layout, BlobStore blobs)
{
    public const string StagedPrefix = ".heck-tmp-";

    private readonly PathGate _gate = new(layout);

    /// <summary>Everything up to the effect: the gate is asked and what stands in the tree is compared with what is expected.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>, <c>files.stale</c>, <c>files.io</c>.</exception>
    public IReadOnlyList<FileTransition> Check(FileChangeSet changes) => [.. Plan(changes, CommitJournal.NewId(), static _ => { }).Entries.Select(Transition)];

    /// <summary>Makes the changes, durably. The lock is asked for since two commits never run at once; the cause is named to whoever has to clean up after a kill.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>, <c>files.stale</c>, <c>files.io</c>: nothing has changed. <c>files.unfinished</c>: the next start puts it back.</exception>
    public IReadOnlyList<FileTransition> Commit(RepositoryLock held, string cause, FileChangeSet changes, CancellationToken ct)
    {
        held.EnsureHeld();
        try
        {
            var id = CommitJournal.NewId();
            var content = Plan(changes, id, before => blobs.Put(before)) with { Cause = cause };
            blobs.Flush();
            ct.ThrowIfCancellationRequested();
            return Run(CommitJournal.Begin(layout, id, content), changes, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorTable.FilesIo.With($"The file system refused: {e.Message}", inner: e);
        }
    }

    private static FileTransition Transition(CommitJournalEntry entry) => new(entry.Path, entry.Before, entry.After);

    private CommitJournalContent Plan(FileChangeSet changes, string id, Action<byte[]> keepBefore)
    {
        _gate.Check(changes);
        var stale = new List<RepoPath>();
        var entries = new List<CommitJournalEntry>();
        foreach (var change in changes)
        {
            var found = FileState.Read(layout.FullPath(change.Path));
            if (found?.State.Hash != change.Before) stale.Add(change.Path);
            if (found is var (_, bytes)) keepBefore(bytes);
            entries.Add(new CommitJournalEntry(change.Path, StagedFor(change, $"{StagedPrefix}{id}-{entries.Count}"), found?.State, AfterOf(change, found?.State)));
        }

        if (stale.Count > 0) throw Stale(stale);
        return new CommitJournalContent("", entries, FoldersToMake(entries));
    }

    private static FileState? AfterOf(FileChange change, FileState? before) =>
        change.After is { } after ? new FileState(after, before?.Mode is { } mode ? change.Mode.ApplyTo(mode) : null) : null;

    // New content waits beside its target, on the same file system. What is deleted goes aside under .heck, as its folder may vanish.
    private RepoPath StagedFor(FileChange change, string name)
    {
        if (change.After is null) return RepositoryLayout.JournalRoot.Combine(name);
        var folder = change.Path.Parent;
        while (!Directory.Exists(layout.FullPath(folder))) folder = folder.Parent;
        return folder.Combine(name);
    }

    private List<RepoPath> FoldersToMake(IEnumerable<CommitJournalEntry> entries)
    {
        var missing = new SortedSet<RepoPath>();
        foreach (var entry in entries.Where(entry => entry.After is not null))
        {
            for (var folder = entry.Path.Parent; !Directory.Exists(layout.FullPath(folder)); folder = folder.Parent) missing.Add(folder);
        }

        return [.. missing];
    }

    private List<FileTransition> Run(CommitJournal journal, FileChangeSet changes, CancellationToken ct)
    {
        var entries = journal.Content.Entries;
        try
        {
            var made = Stage(entries, changes, ct);
            foreach (var entry in entries.Where(entry => entry.After is null)) SetAside(entry);
            PruneFolders(entries);
            foreach (var folder in journal.Content.NewFolders) Directory.CreateDirectory(layout.FullPath(folder));
            foreach (var entry in entries.Where(entry => entry.After is not null)) Put(entry);
            Durability.FlushFolders(journal.Content.FoldersTouched(layout));
            journal.MarkCommitted();
            return made;
        }
        finally
        {
            // Committed or not, what is left is the same work that the next start would do.
            Finish(journal);
        }
    }

    private void Finish(CommitJournal journal)
    {
        try
        {
            new CommitRecovery(layout).Finish(journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!journal.IsCommitted) throw ErrorTable.FilesUnfinished.With($"The file system refused a write, and then refused to put it back: {e.Message}", inner: e);
        }
    }

    private List<FileTransition> Stage(IReadOnlyList<CommitJournalEntry> entries, FileChangeSet changes, CancellationToken ct)
    {
        var made = new List<FileTransition>();
        var staged = new List<string>();
        foreach (var (entry, change) in entries.Zip(changes))
        {
            ct.ThrowIfCancellationRequested();
            var transition = Transition(entry);
            if (entry is { After: { } after, ChangesModeOnly: false })
            {
                staged.Add(layout.FullPath(entry.Staged));
                transition = transition with { After = after with { Mode = WriteStaged(staged[^1], blobs.Read(after.Hash), after.Mode, change.Mode) } };
            }

            made.Add(transition);
        }

        Durability.FlushFiles(staged);
        Durability.FlushFolders([.. staged.Select(path => Path.GetDirectoryName(path)!).Distinct()]);
        return made;
    }

    // A file that is there keeps its bits, so that secrets stay secret; a new one gets the system's, which only the system knows.
    private static UnixFileMode? WriteStaged(string path, byte[] content, UnixFileMode? mode, ModeChange change)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, PreallocationSize = content.Length };
        if (!OperatingSystem.IsWindows() && mode is not null) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(content);
        if (OperatingSystem.IsWindows()) return null;
        var wanted = mode ?? change.ApplyTo(File.GetUnixFileMode(stream.SafeFileHandle));
        File.SetUnixFileMode(stream.SafeFileHandle, wanted);
        return wanted;
    }

    private void SetAside(CommitJournalEntry entry)
    {
        var (target, staged) = Paths(entry);
        AtomicRename.MoveToFreeName(target, staged);
        if (FileState.Of(staged)?.Hash != entry.Before!.Hash) throw Stale([entry.Path]);
    }

    private void Put(CommitJournalEntry entry)
    {
        var (target, staged) = Paths(entry);
        if (entry.ChangesModeOnly) PutMode(entry, target);
        else if (entry.Before is null) PutNew(entry, target, staged);
        else
        {
            AtomicRename.Exchange(staged, target);
            // Looked at only now, when nobody can write another content under this name unseen.
            if (FileState.Of(staged)?.Hash != entry.Before.Hash) throw Stale([entry.Path]);
        }
    }

    private static void PutMode(CommitJournalEntry entry, string target)
    {
        if (FileState.Of(target)?.Hash != entry.Before!.Hash) throw Stale([entry.Path]);
        if (!OperatingSystem.IsWindows() && entry.After!.Mode is { } mode) File.SetUnixFileMode(target, mode);
    }

    private static void PutNew(CommitJournalEntry entry, string target, string staged)
    {
        if (Path.Exists(target)) throw Stale([entry.Path]);
        AtomicRename.MoveToFreeName(staged, target);
    }

    // A folder that a deletion emptied goes too, as with git, up to one that still holds something.
    private void PruneFolders(IEnumerable<CommitJournalEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.After is null))
        {
            for (var folder = entry.Path.Parent; folder.Value.Length > 0; folder = folder.Parent)
            {
                var full = layout.FullPath(folder);
                if (!Directory.Exists(full)) continue;
                if (Directory.EnumerateFileSystemEntries(full).Any()) break;
                Directory.Delete(full);
            }
        }
    }

    private (string Target, string Staged) Paths(CommitJournalEntry entry)
    {
        if (!entry.Path.IsWithin(RepositoryLayout.StateRoot)) _gate.CheckLinks(entry.Path);
        return (layout.FullPath(entry.Path), layout.FullPath(entry.Staged));
    }

    private static HeckException Stale(List<RepoPath> paths) => ErrorTable.FilesStale.With(
        $"{string.Join(", ", paths.Take(3).Select(path => $"'{path}'"))}{(paths.Count > 3 ? $" and {paths.Count - 3} more" : "")} changed since this was planned; nothing was written.",
        details: new JsonObject { ["paths"] = new JsonArray([.. paths.Select(path => JsonValue.Create(path.Value))]) });
}
