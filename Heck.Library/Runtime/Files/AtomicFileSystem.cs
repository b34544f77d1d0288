using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Locks;
using Heck.Runtime.Policy;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// The only way that anything in a user's tree is written. A set of changes happens as a whole: a process killed at any moment leaves what
/// <see cref="CommitRecovery"/> turns into entirely before or entirely after, and a failure puts everything back in the same run.
/// </summary>
internal sealed class AtomicFileSystem(RepositoryLayout layout, BlobStore blobs, IChangePolicy? policy = null)
{
    public const string StagedPrefix = ".heck-tmp-";

    private readonly IChangePolicy _policy = policy ?? new OpenPolicy();

    /// <summary>Everything up to the effect: the gate is asked and what stands in the tree is compared with what is expected.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>, <c>files.stale</c>.</exception>
    public CommitPlan Plan(FileChangeSet changes)
    {
        PathGate.Check(layout, changes);
        using var folders = new TreeFolders(layout, changes.Links);
        return Plan(changes, folders.StateOf);
    }

    /// <summary>The same, by someone who has looked already. What has changed since is found when the changes are made.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="seen">What stands at each of their paths.</param>
    public CommitPlan Plan(FileChangeSet changes, IReadOnlyDictionary<RepoPath, FileState?> seen)
    {
        PathGate.Check(layout, changes);
        return Plan(changes, path => seen[path]);
    }

    private static CommitPlan Plan(FileChangeSet changes, Func<RepoPath, FileState?> stateOf)
    {
        var planned = changes.Select(change => new PlannedChange(change, stateOf(change.Path))).ToList();
        var stale = planned.Where(plan => plan.Before?.Body != plan.Change.Before).Select(plan => plan.Change.Path).ToList();
        return stale.Count == 0 ? new CommitPlan(planned) : throw Stale(stale);
    }

    /// <summary>Says what a commit would do.</summary>
    /// <exception cref="HeckException">As for <see cref="Plan(FileChangeSet)"/>.</exception>
    public IReadOnlyList<FileTransition> Check(FileChangeSet changes) => Plan(changes).Transitions;

    /// <summary>Plans and makes the changes.</summary>
    /// <exception cref="HeckException">As for <see cref="Plan(FileChangeSet)"/> and the other one.</exception>
    public IReadOnlyList<FileTransition> Commit(RepositoryLock held, string cause, FileChangeSet changes, CancellationToken ct) => Commit(held, cause, Plan(changes), ct);

    /// <summary>Asks the policy. Our own files are no part of the question.</summary>
    public PolicyVerdict Judge(CommitPlan plan) => _policy.Judge([.. plan.Changes.Select(planned => planned.Change).Where(change => !change.Path.IsWithin(RepositoryLayout.StateRoot))]);

    /// <summary>Makes the changes, durably. The lock is asked for since two commits never run at once; the cause is named to whoever has to clean up after a kill.</summary>
    /// <exception cref="HeckException"><c>policy.refused</c>, <c>path.refused</c>, <c>files.stale</c>, <c>files.io</c>: nothing has changed. <c>files.unfinished</c>: the next start makes the tree whole.</exception>
    public IReadOnlyList<FileTransition> Commit(RepositoryLock held, string cause, CommitPlan plan, CancellationToken ct)
    {
        held.EnsureHeld();
        if (Judge(plan) is { Decision: PolicyDecision.Refused } verdict) throw ErrorTable.PolicyRefused.With(verdict.Reason);
        using var folders = new TreeFolders(layout, plan.Links);
        try
        {
            KeepBefore(plan, folders);
            blobs.Flush();
            ct.ThrowIfCancellationRequested();
            var id = CommitJournal.NewId();
            return new CommitRun(layout, folders, blobs, CommitJournal.Begin(layout, id, Content(id, cause, plan, folders)), plan).Run(ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorTable.FilesIo.With($"The file system refused: {e.Message}", inner: e);
        }
    }

    public static HeckException Stale(IReadOnlyList<RepoPath> paths) => ErrorTable.FilesStale.With(
        $"{string.Join(", ", paths.Take(3).Select(path => $"'{path}'"))}{(paths.Count > 3 ? $" and {paths.Count - 3} more" : "")} changed since this was planned; nothing was changed.",
        details: new JsonObject { ["paths"] = new JsonArray([.. paths.Select(path => JsonValue.Create(path.Value))]) });

    private void KeepBefore(CommitPlan plan, TreeFolders folders)
    {
        foreach (var (change, _) in plan.Changes.Where(planned => planned.Change.Before is { } before && !blobs.Keeps(before.Hash)))
        {
            using var folder = folders.Open(change.Path.Parent);
            using var file = folder.Folder.OpenFile(change.Path.Name);
            var content = file is null ? folder.Folder.ReadLink(change.Path.Name) : file.ReadAll();
            if (content is null || new FileBody(blobs.Put(content), IsLink: file is null) != change.Before) throw Stale([change.Path]);
        }
    }

    private static CommitJournalContent Content(string id, string cause, CommitPlan plan, TreeFolders folders)
    {
        var entries = new List<CommitJournalEntry>();
        foreach (var planned in plan.Changes)
        {
            var name = $"{StagedPrefix}{id}-{entries.Count}";
            // New content waits beside its target, on the same file system. What is deleted goes aside under .heck, as its folder may vanish.
            var staged = planned.After is null ? RepositoryLayout.JournalRoot : planned.Before is null ? folders.NearestTo(planned.Change.Path.Parent) : Present(planned.Change.Path.Parent, folders);
            entries.Add(new CommitJournalEntry(planned.Change.Path, staged.Combine(name), planned.Before, planned.After));
        }

        return new CommitJournalContent(cause, entries, FoldersToMake(entries));
    }

    // The folder of a file that was there a moment ago; if it is not now, nothing is begun.
    private static RepoPath Present(RepoPath folder, TreeFolders folders)
    {
        using var lease = folders.Open(folder);
        return folder;
    }

    private static List<RepoPath> FoldersToMake(IEnumerable<CommitJournalEntry> entries)
    {
        var missing = new SortedSet<RepoPath>();
        foreach (var entry in entries.Where(entry => entry.After is not null))
        {
            for (var (folder, there) = (entry.Path.Parent, entry.Staged.Parent); folder != there; folder = folder.Parent) missing.Add(folder);
        }

        return [.. missing];
    }
}
