using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>Changes that were found to fit the tree, with what stood there. Nothing has happened yet, and what stands there is looked at again when it does.</summary>
internal sealed record CommitPlan(IReadOnlyList<PlannedChange> Changes)
{
    public IReadOnlyList<FileTransition> Transitions => [.. Changes.Select(planned => new FileTransition(planned.Change.Path, planned.Before, planned.After))];

    /// <summary>As <see cref="FileChange.IsOfLink"/>.</summary>
    public IReadOnlyCollection<RepoPath> Links => [.. Changes.Select(planned => planned.Change).Where(change => change.IsOfLink).Select(change => change.Path)];

    /// <summary>Lets one of our own files go with the changes, so that it never tells another story than the tree. The gate, which keeps others out of there, is not asked.</summary>
    public CommitPlan WithState(RepoPath path, FileState? before, ContentHash after) =>
        new([.. Changes, new PlannedChange(new FileChange(path, before?.Body, after), before)]);
}
