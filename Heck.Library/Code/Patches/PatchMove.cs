using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Policy;

namespace Heck.Code.Patches;

/// <summary>
/// One time that a patch was applied, rolled back or applied again, with what it did to each file, which is what undoing it needs. The order counts over all
/// patches of the repository, from 1. A move by <c>undo</c> takes the one before it off the pile instead of adding one.
/// </summary>
internal sealed record PatchMove(long Order, PatchMoveKind Kind, bool IsUndo, DateTimeOffset Time, string RunId, IReadOnlyList<FileTransition> Files)
{
    /// <summary>What the policy said to it.</summary>
    public PolicyDecision Policy { get; init; }

    /// <summary>Files that should have gone and stayed, since someone had changed them.</summary>
    public IReadOnlyList<RepoPath> Kept { get; init; } = [];
}
