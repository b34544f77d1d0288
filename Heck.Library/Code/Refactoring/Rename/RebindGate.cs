using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>
/// Binds the edited sources and compares, identifier by identifier: what was renamed must reach the renamed declaration, what was spelled
/// with either name before must reach what it reached. This finds taken names, captures and shadowing in every language alike.
/// </summary>
internal sealed class RebindGate
{
    private readonly IReadOnlyList<NameUse> _oldUses;
    private readonly IReadOnlyList<NameUse> _newUses;
    private readonly RenamePlan _plan;
    private readonly IReadOnlySet<BoundSymbol> _renamed;
    private readonly Dictionary<BoundSymbol, BoundSymbol> _present = [];

    public RebindGate(IReadOnlyList<NameUse> oldUses, IReadOnlyList<NameUse> newUses, RenamePlan plan, IReadOnlySet<BoundSymbol> renamed)
    {
        (_oldUses, _newUses, _plan, _renamed) = (oldUses, newUses, plan, renamed);
        foreach (var symbol in oldUses.Concat(newUses).Select(u => u.Symbol).OfType<BoundSymbol>()) _present[After(symbol)] = symbol;
    }

    public void Check(Verdicts verdicts, IBinder after, string oldName, string newName, ConflictReport report, CancellationToken ct)
    {
        var renamedUses = verdicts.Changed.SelectMany(
            c => _oldUses.Where(u => u.Path == c.Path && u.Start == c.Start && IsRenamed(u)),
            (c, u) => new Expectation(u, _plan.NewNameAt(c)));
        Compare(renamedUses.Concat(_newUses.Select(Unmoved)), after.UsesOf(newName, ct), report);
        Compare(_oldUses.Where(u => !IsRenamed(u)).Select(Unmoved), after.UsesOf(oldName, ct), report);
        report.ThrowIfAny();
    }

    private void Compare(IEnumerable<Expectation> expected, IReadOnlyList<NameUse> actual, ConflictReport report)
    {
        var found = actual.ToLookup(u => (u.Path, u.Start));
        foreach (var place in expected.GroupBy(e => (e.Use.Path, e.Offset)))
        {
            var want = place.Select(e => e.Use.Symbol is { } s ? After(s) : null).ToHashSet();
            var have = found[place.Key].Select(u => u.Symbol).ToList();
            if (want.SetEquals(have)) continue;
            report.Add(place.First().Use, [.. have.OfType<BoundSymbol>().Select(Present)], IsRenamed(place.First().Use));
        }
    }

    private Expectation Unmoved(NameUse use) => new(use, _plan.After(use));

    private BoundSymbol After(BoundSymbol symbol) => _plan.After(symbol, _renamed);

    private BoundSymbol Present(BoundSymbol after) => _present.GetValueOrDefault(after, after);

    private bool IsRenamed(NameUse use) => use.Symbol is { } symbol && _renamed.Contains(symbol);

    private readonly record struct Expectation(NameUse Use, int Offset);
}
