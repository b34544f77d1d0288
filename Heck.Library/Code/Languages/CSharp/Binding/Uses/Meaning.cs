using Heck.Code.Refactoring;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>What one identifier means in one compilation.</summary>
/// <param name="Symbol">The symbol, canonical; null when it cannot be decided.</param>
/// <param name="IsDeclaration">Whether it is declared there.</param>
/// <param name="Form">How a new name is written there.</param>
/// <param name="Insert">Text that a change must insert, and where, to keep a projected name that is taken from a member access.</param>
/// <param name="Limit">For one that cannot be decided: what it can be at most.</param>
/// <param name="Candidates">For one that cannot be decided: the symbols among which the compiler cannot choose.</param>
internal sealed record Meaning(
    ISymbol? Symbol, bool IsDeclaration = false, string Form = NameUse.Plain, (int Position, string Text)? Insert = null,
    UseLimit Limit = UseLimit.Any, IReadOnlyList<ISymbol>? Candidates = null);
