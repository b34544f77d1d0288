using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Code.Patches;

/// <summary>What moving a patch did, or would do: the patch afterwards, its files, and what stayed for someone's later work.</summary>
internal sealed record PatchOutcome(Patch Patch, IReadOnlyList<FileTransition> Files, IReadOnlyList<RepoPath> Kept)
{
    /// <summary>Merged files that were too large to be asked for syntax errors.</summary>
    public IReadOnlyList<RepoPath> Unchecked { get; init; } = [];
}
