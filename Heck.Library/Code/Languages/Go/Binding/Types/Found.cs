using Heck.Code.Languages.Go.Binding.Scopes;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>What a name was found to mean: exactly one of an object, a place outside, or the reason why it is open; nothing of these when no such name exists.</summary>
/// <param name="Object">The object, canonical.</param>
/// <param name="Type">The type of the member, with its owner's type arguments put in.</param>
/// <param name="External">Where it comes from, outside the workspace.</param>
/// <param name="Why">Why it cannot be decided.</param>
/// <param name="MayBe">What it may mean then; null for anything.</param>
internal sealed record Found(GoObject? Object = null, GoType? Type = null, string? External = null, string? Why = null, IReadOnlyList<GoObject>? MayBe = null)
{
    public static readonly Found Nothing = new();

    public static Found Outside(string from, GoType type) => new(External: from, Type: type);

    public static Found Open(string why, IReadOnlyList<GoObject>? mayBe = null) => new(Why: why, MayBe: mayBe);

    public bool IsNothing => Object is null && External is null && Why is null;
}
