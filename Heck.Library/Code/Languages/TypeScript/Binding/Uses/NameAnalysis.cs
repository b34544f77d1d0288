using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>All occurrences of one name, with the symbols that they mean joined into groups.</summary>
internal sealed class NameAnalysis
{
    private readonly Dictionary<BoundSymbol, TsSymbol> _representatives = [];
    private readonly SymbolGroups _groups;
    private readonly string _name;

    public NameAnalysis(TsProgram program, string name, CancellationToken ct)
    {
        _name = name;
        _groups = new SymbolGroups(program);
        var files = program.FilesWith(name);
        var found = new UseFinder(program).Find(files, name, ct).ToList();
        if (found.Exists(u => u.Symbols.Any(s => s.IsMember))) found.AddRange(new ComputedKeys(program, name).Among(files, found));
        foreach (var use in found) _groups.Add(use);
        _groups.JoinBases();
        if (_groups.MemberGroups > 1) JoinThroughSubtypes(program, found, name);
        if (_groups.MemberGroups > 1) new StructuralFlows(program, _groups, name).Join(ct);
        Uses = [.. found.Select(ToUse).OrderBy(u => u.Path).ThenBy(u => u.Start)];
    }

    public IReadOnlyList<NameUse> Uses { get; }

    public IEnumerable<TsSymbol> SymbolsOf(BoundSymbol symbol) => _representatives.TryGetValue(symbol, out var representative) ? _groups.GroupOf(representative) : [];

    public string? OutsideOf(BoundSymbol symbol) => _representatives.TryGetValue(symbol, out var representative) ? _groups.OutsideOf(representative) : null;

    public string? UnclearOf(BoundSymbol symbol) => _representatives.TryGetValue(symbol, out var representative) ? _groups.UnclearOf(representative) : null;

    private void JoinThroughSubtypes(TsProgram program, List<FoundUse> found, string name)
    {
        var owners = found.SelectMany(u => u.Symbols).Select(s => s.Parent).OfType<TsSymbol>().Distinct().ToList();
        var files = owners.SelectMany(o => program.FilesWith(o.Name).Concat(program.ImportersOf(o.First.Name.File.Path))).Distinct().ToList();
        foreach (var file in files)
        {
            foreach (var type in file.ClassLikes.Select(file.SymbolOf).OfType<TsSymbol>().Distinct()) _groups.JoinThrough(type, name);
        }
    }

    private NameUse ToUse(FoundUse use)
    {
        var (start, end) = use.Span ?? (use.Name.Start, use.Name.End);
        var symbol = use.Symbols.Count > 0 ? Bound(use.Symbols[0])
            : use.External is { } from ? new BoundSymbol(default, -1, _name, "external", from)
            : null;
        var isDeclaration = use.Symbols.Any(s => s.Declarations.Exists(d => d.Name == use.Name));
        return new NameUse(use.Name.File.Path, start, end - start, symbol, isDeclaration, use.Form, use.Unknown);
    }

    private BoundSymbol Bound(TsSymbol symbol)
    {
        var representative = _groups.Representative(symbol);
        if (representative.IsLibrary) return new BoundSymbol(default, -1, _name, "external", "library");
        var first = representative.Declarations.OrderBy(d => d.Name.File.Path).ThenBy(d => d.Name.Start).First();
        var byDot = _groups.GroupOf(representative).Any(s => s.IsMember && !s.Name.StartsWith('#'));
        var bound = new BoundSymbol(first.Name.File.Path, first.Name.Start, representative.Name, representative.Kind, ByDot: byDot);
        _representatives[bound] = representative;
        return bound;
    }
}
