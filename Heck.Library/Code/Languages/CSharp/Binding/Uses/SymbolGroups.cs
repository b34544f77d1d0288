using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>
/// Joins the symbols of several compilations by the places of their declarations: a file that two projects share declares one symbol, and so do the parts of a type.
/// </summary>
internal sealed class SymbolGroups(CSharpProgram program, string name)
{
    private readonly Dictionary<(RepoPath, int), SymbolGroup> _byPlace = [];
    private readonly Dictionary<string, SymbolGroup> _byName = [];
    private readonly Dictionary<string, SymbolGroup> _byIdentity = [];
    private readonly Dictionary<ISymbol, SymbolGroup> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SymbolGroup, SymbolGroup> _joined = [];
    private readonly Dictionary<SymbolGroup, (RepoPath Path, int Offset)> _first = [];

    public IEnumerable<SymbolGroup> All => _byPlace.Values.Concat(_byName.Values).Select(Root).Distinct();

    public SymbolGroup Of(ISymbol symbol, CSharpUnit unit)
    {
        if (_known.TryGetValue(symbol, out var known)) return Root(known);
        var places = PlacesOf(symbol).ToList();
        var group = symbol is INamespaceSymbol ? Named("namespace " + symbol.ToDisplayString()) : places.Count == 0 ? Named(Origin(symbol)) : Placed(places);
        if (IdentityOf(symbol) is { } identity)
        {
            if (_byIdentity.TryGetValue(identity, out var same)) group = Join(Root(same), group);
            _byIdentity[identity] = group;
        }

        group.Symbols.Add((symbol, unit));
        _known[symbol] = group;
        return group;
    }

    /// <summary>A namespace is known by the first place that declares it.</summary>
    public void Declare(SymbolGroup group, RepoPath path, int offset)
    {
        if (!group.Symbols.Exists(s => s.Symbol is INamespaceSymbol)) return;
        if (_first.TryGetValue(group, out var first) && first.CompareTo((path, offset)) <= 0) return;
        _first[group] = (path, offset);
    }

    public BoundSymbol Bound(SymbolGroup group) => group.Bound ??= Make(group);

    private BoundSymbol Make(SymbolGroup group)
    {
        var symbol = group.Symbols[0].Symbol;
        var written = CSharpNameRule.Written(name);
        var places = group.Symbols.SelectMany(s => PlacesOf(s.Symbol)).ToList();
        if (symbol is INamespaceSymbol && _first.TryGetValue(group, out var first)) places = [first];
        return places.Count == 0
            ? new BoundSymbol(default, -1, written, SymbolFacts.KindOf(symbol), Origin(symbol))
            : new BoundSymbol(places.Min().Path, places.Min().Offset, written, SymbolFacts.KindOf(symbol), ByDot: SymbolFacts.IsReachable(symbol));
    }

    private static string Origin(ISymbol symbol) => $"{symbol.ToDisplayString()} of {symbol.ContainingAssembly?.Name ?? "the compiler"}";

    private SymbolGroup Named(string key) => _byName.TryGetValue(key, out var group) ? Root(group) : _byName[key] = new SymbolGroup();

    private SymbolGroup Placed(List<(RepoPath, int)> places)
    {
        var groups = places.Select(p => _byPlace.GetValueOrDefault(p)).OfType<SymbolGroup>().Select(Root).Distinct().ToList();
        var group = groups.FirstOrDefault() ?? new SymbolGroup();
        foreach (var other in groups.Skip(1)) Join(group, other);
        foreach (var place in places) _byPlace[place] = group;
        return group;
    }

    private SymbolGroup Join(SymbolGroup group, SymbolGroup other)
    {
        if (group == other) return group;
        group.Symbols.AddRange(other.Symbols);
        _joined[other] = group;
        return group;
    }

    /// <summary>The same for declarations of one symbol that no compilation sees together, being in branches of <c>#if</c> or in files of one target framework.</summary>
    private string? IdentityOf(ISymbol symbol) => symbol is not (INamespaceSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }) && symbol.ContainingType is not { IsFileLocal: true } && symbol is not INamedTypeSymbol { IsFileLocal: true }
        && symbol.ContainingAssembly is ISourceAssemblySymbol { Compilation: { } compilation } && symbol.GetDocumentationCommentId() is { } id && program.FileOf(compilation) is { } file ? $"{file} {id}" : null;

    private SymbolGroup Root(SymbolGroup group)
    {
        while (_joined.TryGetValue(group, out var into)) group = into;
        return group;
    }

    /// <summary>Where a file of the repository spells the name to declare the symbol; what the compiler makes up has none.</summary>
    private IEnumerable<(RepoPath Path, int Offset)> PlacesOf(ISymbol symbol)
    {
        if (symbol is INamespaceSymbol) yield break;
        foreach (var location in SymbolFacts.LocationsOf(symbol))
        {
            if (location.SourceTree is not { } tree || program.DocumentOf(tree) is not { } document) continue;
            if (NamePlace.At(document, location.SourceSpan.Start, name) is { } place) yield return (document.Path, place.Start);
        }
    }
}
