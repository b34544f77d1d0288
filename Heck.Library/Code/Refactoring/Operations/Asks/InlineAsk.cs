using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Put a variable's value or a function's body where its name is used: at the declaration everywhere, and the declaration goes; at a use only there.</summary>
internal sealed record InlineAsk(RepoPath Path, int Offset) : SymbolAsk(Path, Offset);
