using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>A refactoring of the symbol whose name stands at an offset.</summary>
internal abstract record SymbolAsk(RepoPath Path, int Offset) : RefactorAsk(Path);
