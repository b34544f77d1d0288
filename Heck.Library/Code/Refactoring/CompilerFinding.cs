using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>An error or a warning of a compiler that is at hand.</summary>
/// <param name="Path">The file; the root where it concerns none of the repository.</param>
/// <param name="Offset">UTF-8 offset.</param>
/// <param name="Id">The compiler's name for its kind.</param>
/// <param name="Message">What it says.</param>
internal sealed record CompilerFinding(RepoPath Path, int Offset, string Id, string Message);
