using Heck.Contracts;

namespace Heck.Code.Refactoring.Structural;

/// <summary>A file that a scan could not look into: too large, unreadable, not text.</summary>
internal sealed record UnreadFile(RepoPath Path, string Reason);
