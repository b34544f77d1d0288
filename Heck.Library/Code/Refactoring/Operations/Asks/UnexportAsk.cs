using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Keep a symbol to its file, package or type; refused while others use it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">UTF-8 offset of the name.</param>
/// <param name="To">The accessibility where a language has several (C#); null for its usual one.</param>
internal sealed record UnexportAsk(RepoPath Path, int Offset, string? To) : SymbolAsk(Path, Offset);
