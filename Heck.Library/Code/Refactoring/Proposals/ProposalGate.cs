using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>
/// Binds the sources as a proposal would make them and compares, identifier by identifier: what is kept or copied must reach the declaration that it
/// reached, new uses the one that they are for. Refuses what adds syntax errors or errors of a compiler that is at hand. One gate for every language.
/// </summary>
internal sealed class ProposalGate(IWorkspace workspace, IBinder binder, IBinderFactory language)
{
    /// <summary>More places than a person reads in one message.</summary>
    private const int MostPlaces = 40;

    /// <exception cref="HeckException"><c>refactor.capture</c>, <c>refactor.breaks_syntax</c> or <c>refactor.breaks_code</c> with the places.</exception>
    public void Check(Proposal proposal, ProposedTree tree, Place asked, CancellationToken ct)
    {
        var after = language.Rebind(binder, tree.After);
        RefuseNewSyntaxErrors(tree, after, asked);
        RefuseOtherMeanings(proposal, tree, after, asked, ct);
        RefuseNewFindings(proposal, tree, after, asked, ct);
    }

    private void RefuseNewSyntaxErrors(ProposedTree tree, IBinder after, Place asked)
    {
        var before = tree.Files.Where(f => f.Before is not null).Sum(f => binder.SyntaxErrorsIn(f.Path).Count);
        var now = tree.Files.Where(f => f.After is not null).SelectMany(f => after.SyntaxErrorsIn(f.Path), (f, at) => (File: f, At: at)).ToList();
        if (now.Count <= before) return;
        var (file, offset) = now.FirstOrDefault(n => n.File.Before is null || !binder.SyntaxErrorsIn(n.File.Path).Contains(n.At), now[0]);
        throw ErrorTable.RefactorBreaksSyntax.With(
            $"{file.Path} would have a syntax error, in '{LineAt(file, offset)}'.", "This is a fault of the refactoring: report it, please.", PlaceDetails.Of([asked]));
    }

    private void RefuseOtherMeanings(Proposal proposal, ProposedTree tree, IBinder after, Place asked, CancellationToken ct)
    {
        var expected = Expected(proposal, tree, ct);
        var files = UsesAfter(proposal, tree, after, ct);
        var hurt = new List<Place>();
        foreach (var ((path, at), (from, isOfValue, means)) in expected)
        {
            var uses = files[(path, at)].ToList();
            var found = uses.Select(u => u.Symbol).OfType<BoundSymbol>().ToList();
            if (found.Count == 0 && isOfValue && uses.Count > 0) continue;
            if (Means(means, found, isOpen: uses.Exists(u => u is { Symbol: null, Why: not null }), isNew: from is null, tree)) continue;
            hurt.Add(from ?? asked);
            if (means is [{ Offset: >= 0 } was, ..]) hurt.Add(PlaceOf(was.Path, was.Offset, "in the way"));
        }

        if (hurt.Count == 0) return;
        throw ErrorTable.RefactorCapture.With(
            $"After it the reference at {hurt[0]} would mean another declaration, or none.", "Look at the places listed.", PlaceDetails.Of(hurt.Distinct().Take(MostPlaces).Prepend(asked)));
    }

    private static ILookup<(RepoPath, int), NameUse> UsesAfter(Proposal proposal, ProposedTree tree, IBinder after, CancellationToken ct)
    {
        var touched = tree.Files.Where(f => f.After is not null).Select(f => f.Path).ToHashSet();
        var elsewhere = proposal.NewNames.Distinct().SelectMany(n => after.UsesToCapture(n, ct)).Where(u => !touched.Contains(u.Path));
        return touched.SelectMany(p => after.UsesIn(p, ct)).Concat(elsewhere).ToLookup(u => (u.Path, u.Start));
    }

    /// <summary>
    /// Names that stand by themselves must mean all that they meant and nothing else. What a name after a dot, or a key, means follows from types: code that
    /// moves away from a declaration, or to a place that expects another type, may know less of them, and one of its meanings is enough.
    /// </summary>
    private static bool Means(List<BoundSymbol> means, List<BoundSymbol> found, bool isOpen, bool isNew, ProposedTree tree)
    {
        var members = means.Where(m => m.ByDot).ToList();
        var isMember = members.Count == 0 || isOpen || members.Exists(m => found.Exists(f => tree.Is(f, m)));
        return isMember && means.TrueForAll(m => m.ByDot || found.Exists(f => tree.Is(f, m)))
            && (isNew || found.TrueForAll(f => (f.ByDot && members.Count > 0) || means.Exists(m => tree.Is(f, m))));
    }

    /// <summary>What names must mean where afterwards, and where they stand now. A name like a new one that means nothing known must not come to mean the new one.</summary>
    private Dictionary<(RepoPath Path, int At), (Place? From, bool IsOfValue, List<BoundSymbol> Means)> Expected(Proposal proposal, ProposedTree tree, CancellationToken ct)
    {
        var expected = new Dictionary<(RepoPath, int), (Place?, bool, List<BoundSymbol> Means)>();
        var touched = tree.Files.Where(f => f.Before is not null).SelectMany(f => binder.UsesIn(f.Path, ct)).Where(u => u.Symbol is not null);
        foreach (var use in touched.Concat(proposal.NewNames.Distinct().SelectMany(n => binder.UsesToCapture(n, ct))))
        {
            foreach (var place in tree.PlacesOf(use.Path, use.Start)) Expect(place, use.Symbol, use);
        }

        foreach (var (symbol, path, at) in tree.Used) Expect((path, at), symbol, null);
        return expected;

        void Expect((RepoPath, int) place, BoundSymbol? symbol, NameUse? use)
        {
            if (!expected.TryGetValue(place, out var known)) expected[place] = known = (use is null ? null : PlaceOf(use.Path, use.Start, "hurt"), use is { IsOfValue: true }, []);
            if (symbol is not null) known.Means.Add(symbol);
        }
    }

    private void RefuseNewFindings(Proposal proposal, ProposedTree tree, IBinder after, Place asked, CancellationToken ct)
    {
        var found = after.FindingsIn([.. tree.Files.Where(f => f.After is not null).Select(f => f.Path).Union(proposal.Concerned)], ct);
        if (found.Count == 0) return;
        var known = binder.FindingsIn([.. tree.Files.Where(f => f.Before is not null).Select(f => f.Path).Union(proposal.Concerned)], ct).CountBy(f => f.Id).ToDictionary();
        if (found.GroupBy(f => f.Id).FirstOrDefault(g => g.Count() > known.GetValueOrDefault(g.Key))?.Last() is not { } first) return;
        var line = tree.Files.FirstOrDefault(f => f.Path == first.Path) is { After: not null } file ? LineAt(file, first.Offset) : first.Path.Value;
        throw ErrorTable.RefactorBreaksCode.With($"After it the compiler would say in '{line}' of {first.Path}: {first.Id} {first.Message}", details: PlaceDetails.Of([asked]));
    }

    private static string LineAt(ProposedFile file, int offset)
    {
        var lines = file.After!.Lines;
        var line = lines.PositionAt(offset).Line;
        return System.Text.Encoding.UTF8.GetString(file.After.Utf8.Span[lines.LineStart(line)..lines.LineEnd(line)]).Trim();
    }

    private Place PlaceOf(RepoPath path, int offset, string role) => workspace.Read(path)!.PlaceAt(path, offset, role);
}
