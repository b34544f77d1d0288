using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Delete a declaration that nothing uses.</summary>
internal sealed record SafeDeleteAsk(RepoPath Path, int Offset) : SymbolAsk(Path, Offset);
