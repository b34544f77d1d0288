using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Spread the declarations of a file over several; what is not named stays.</summary>
internal sealed record SplitAsk(RepoPath Path, IReadOnlyList<SplitPart> Parts) : RefactorAsk(Path);
