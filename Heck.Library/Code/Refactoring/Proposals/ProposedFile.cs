using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>A file that a proposal changes, makes or deletes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">Null for a new one.</param>
/// <param name="After">Null for one that is deleted.</param>
/// <param name="From">For a new one, the file that it takes encoding and mode from.</param>
internal sealed record ProposedFile(RepoPath Path, SourceText? Before, SourceText? After, RepoPath? From = null);
