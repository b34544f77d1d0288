using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Move declarations to another file, or to a new one.</summary>
/// <param name="Path">The file of all of them.</param>
/// <param name="Offsets">UTF-8 offsets of their names, in no order.</param>
/// <param name="To">The file that gets them.</param>
internal sealed record MoveAsk(RepoPath Path, IReadOnlyList<int> Offsets, RepoPath To) : RefactorAsk(Path);
