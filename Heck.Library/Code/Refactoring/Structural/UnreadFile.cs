using Heck.Contracts;

namespace Heck.Code.Refactoring.Structural;

/// <summary>A file that a scan could not look into, or not wholly: too large, unreadable, not text, with code under conditions that may hold a match.</summary>
internal sealed record UnreadFile(RepoPath Path, string Reason);
