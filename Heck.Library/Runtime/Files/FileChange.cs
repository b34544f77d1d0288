using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>
/// One path's change. <paramref name="Before"/> is what must be there (null: nothing), <paramref name="After"/> what will be
/// (null: nothing); the bytes lie in the blob store. At least one is not null.
/// </summary>
internal sealed record FileChange(RepoPath Path, ContentHash? Before, ContentHash? After, ModeChange Mode = default);
