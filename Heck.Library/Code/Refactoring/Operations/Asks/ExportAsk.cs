using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Let other files use a symbol.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">UTF-8 offset of the name.</param>
/// <param name="Style"><c>named</c> or <c>default</c>; null for the language's usual one.</param>
/// <param name="To">The accessibility where a language has several (C#); null for its usual one.</param>
internal sealed record ExportAsk(RepoPath Path, int Offset, string? Style, string? To) : SymbolAsk(Path, Offset);
