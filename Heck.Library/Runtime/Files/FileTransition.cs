using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>What one path was and became; null where it held nothing.</summary>
internal sealed record FileTransition(RepoPath Path, FileState? Before, FileState? After);
