using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>What a name after a dot, or of an argument, means.</summary>
/// <param name="Symbol">The symbol; null when it cannot be decided.</param>
/// <param name="Why">Why not.</param>
/// <param name="MayBe">What it may mean then.</param>
internal sealed record MemberTarget(BoundSymbol? Symbol, string? Why = null, IReadOnlyList<BoundSymbol>? MayBe = null)
{
    public static MemberTarget External(string name, string from) => new(SymbolFactory.External(name, from));

    public static MemberTarget Open(string why, params IEnumerable<BoundSymbol> mayBe) => new(null, why, new LateList<BoundSymbol>(mayBe));

    /// <summary>One meaning out of those that the parts of a union give.</summary>
    public static MemberTarget Combine(IReadOnlyList<MemberTarget> parts)
    {
        // What is outside has the name by itself or fails; it says nothing against the part that has it here.
        var inside = parts.Where(p => p.Symbol is not { External: not null }).ToList();
        if (inside.Count == 0) return parts[0];
        if (inside.TrueForAll(p => p.Symbol is not null && p.Symbol == inside[0].Symbol)) return inside[0];
        var mayBe = inside.SelectMany(p => p.Symbol is { } s ? [s] : p.MayBe ?? []);
        return Open(inside.Find(p => p.Symbol is null)?.Why ?? "the value may be of several classes", mayBe);
    }
}
