using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>
/// One path's change. <paramref name="Before"/> is what must be there (null: nothing), <paramref name="After"/> what will be
/// (null: nothing); the bytes lie in the blob store. At least one is not null.
/// </summary>
internal sealed record FileChange(RepoPath Path, FileBody? Before, FileBody? After, ModeChange Mode = default)
{
    /// <summary>The target of a link that is made, which the gate judges; null where what comes is no link.</summary>
    public byte[]? LinkTarget { get; init; }

    /// <summary>A link comes or goes, and what the same changes do below its name they do in a folder that goes or comes there.</summary>
    public bool IsOfLink => this is { Before.IsLink: true } or { After.IsLink: true };

    /// <summary>What will be stood here before: a link that leads out of the repository may come back, though none may be made.</summary>
    public bool IsRestored { get; init; }
}
