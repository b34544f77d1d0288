using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>The uses of the old name in code, told apart by what they mean for one rename.</summary>
/// <param name="Changed">Uses of the symbol; one for each place.</param>
/// <param name="Other">Uses of something else.</param>
/// <param name="Unknown">Uses that may be the symbol.</param>
internal sealed record Verdicts(IReadOnlyList<NameUse> Changed, IReadOnlyList<NameUse> Other, IReadOnlyList<NameUse> Unknown)
{
    public static Verdicts Of(IReadOnlyList<NameUse> uses, IReadOnlyCollection<BoundSymbol> renamed)
    {
        var byDot = renamed.Any(s => s.ByDot);
        bool MayMean(NameUse use) => use.Symbol is null && (use.MayBe?.Any(renamed.Contains) ?? byDot);
        List<NameUse> changed = [], other = [], unknown = [];
        foreach (var place in uses.GroupBy(u => (u.Path, u.Start)))
        {
            var here = place.ToList();
            var ours = here.Where(u => u.Symbol is { } s && renamed.Contains(s)).ToList();
            if (ours.Count > 0) changed.Add(Merge(ours, alone: ours.Count == here.Count));
            else if (here.Find(MayMean) is { } open) unknown.Add(open);
            else other.Add(here[0]);
        }

        return new Verdicts(changed, other, unknown);
    }

    /// <summary>The verdicts with what another engine says of undecided uses.</summary>
    public Verdicts With(IReadOnlyDictionary<(RepoPath Path, int Start), bool> decided)
    {
        if (decided.Count == 0) return this;
        var byAnswer = Unknown.ToLookup(u => decided.TryGetValue((u.Path, u.Start), out var isSymbol) ? isSymbol : (bool?)null);
        return new Verdicts([.. Changed, .. byAnswer[true]], [.. Other, .. byAnswer[false]], [.. byAnswer[null]]);
    }

    /// <summary>A shorthand whose property and variable are both renamed stays a shorthand.</summary>
    private static NameUse Merge(List<NameUse> ours, bool alone) =>
        (ours.Find(u => u.IsDeclaration) ?? ours[0]) with { Form = alone ? Plainest(ours) : ours[0].Form };

    private static string Plainest(List<NameUse> ours) => ours.Count == 1 ? ours[0].Form : NameUse.Plain;
}
