using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring;

/// <summary>The symbols that are one for a rename, and the error that forbids it, if any.</summary>
/// <param name="Symbols">The symbol asked for first, then those that must follow (overrides, implementations, merged declarations, aliases that carry the name).</param>
/// <param name="Refusal">Why it cannot be renamed, such as <c>refactor.external</c>; null when it can.</param>
internal sealed record RenameSet(IReadOnlyList<BoundSymbol> Symbols, HeckException? Refusal = null);
