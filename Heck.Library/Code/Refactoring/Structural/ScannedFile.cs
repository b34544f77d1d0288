using Heck.Code.Refactoring.Edits;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Structural;

/// <summary>A file with matches.</summary>
internal sealed record ScannedFile(RepoPath Path, SourceText Text, IReadOnlyList<FoundMatch> Matches, IReadOnlyList<TextEdit> Edits);
