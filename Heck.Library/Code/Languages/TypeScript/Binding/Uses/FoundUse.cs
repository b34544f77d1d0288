using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>What one occurrence of a name means before symbols that belong together are joined.</summary>
/// <param name="Name">The node with the name's characters.</param>
/// <param name="Symbols">The symbols it may be; several where a value may be of several types.</param>
/// <param name="Form">How a new name is written there.</param>
/// <param name="External">Where it comes from when it is none of ours.</param>
/// <param name="Unknown">Why it cannot be decided.</param>
/// <param name="Span">Where the name stands when it is only a part of the node, as in a comment.</param>
internal sealed record FoundUse(
    TsNode Name, IReadOnlyList<TsSymbol> Symbols, string Form = "{0}", string? External = null, string? Unknown = null, (int Start, int End)? Span = null)
{
    public static FoundUse Of(TsNode name, TsSymbol symbol, string form = "{0}") => new(name, [symbol], form);

    public static FoundUse Outside(TsNode name, string from, string form = "{0}") => new(name, [], form, External: from);

    public static FoundUse Undecided(TsNode name, string why, string form = "{0}") => new(name, [], form, Unknown: why);
}
