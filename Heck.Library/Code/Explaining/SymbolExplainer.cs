using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Code.Index.Testing;
using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>Who uses a symbol, what it uses, and which tests concern it, by names and imports; what names alone cannot decide is said to be only possible.</summary>
internal sealed class SymbolExplainer(IndexReader reader, IWorkspace workspace)
{
    /// <summary>More are counted, not listed.</summary>
    public const int MostListed = 200;

    /// <summary>Using the symbol says more than any link between the files.</summary>
    private const double UseScore = 5;

    private readonly Dictionary<RepoPath, IReadOnlyList<SymbolRow>> _symbols = [];
    private readonly Dictionary<RepoPath, ModuleReach> _reaches = [];

    /// <summary>Uses by place, imports and exports not among them; <paramref name="total"/> counts those beyond the list too.</summary>
    public IReadOnlyList<Caller> Callers(SymbolRow symbol, out int total)
    {
        var judge = new UseJudge(reader, symbol);
        var callers = new List<Caller>();
        total = 0;
        foreach (var (path, uses) in reader.UsesOf(symbol.Name))
        {
            if (judge.Judge(path) is not { } certainty) continue;
            var calls = uses.Where(u => u.Role is not (ReferenceRole.Import or ReferenceRole.Export)).ToList();
            total += calls.Count;
            callers.AddRange(calls.Take(MostListed - callers.Count).Select(u => CallerAt(path, u, certainty)));
        }

        return callers;
    }

    /// <summary>What the symbol's text uses, by first use.</summary>
    public IReadOnlyList<Callee> Callees(SymbolRow symbol)
    {
        var imports = reader.ImportsOf(symbol.Path);
        return
        [
            .. reader.UsesIn(symbol.Path)
                .Where(u => u.Use.Start >= symbol.Start && u.Use.Start < symbol.End && u.Use.Role is not (ReferenceRole.Import or ReferenceRole.Export))
                .DistinctBy(u => u.Name)
                .Select(u => CalleeOf(symbol.Path, u.Name, u.Use, imports)).OfType<Callee>()
                .Take(MostListed),
        ];
    }

    /// <summary>Tests that use the symbol, then those that concern its file.</summary>
    public IReadOnlyList<RelatedTest> Tests(SymbolRow symbol, IReadOnlyList<TestLink> map)
    {
        var links = map.Where(l => l.Code == symbol.Path).ToDictionary(l => l.Test);
        var judge = new UseJudge(reader, symbol);
        var users = reader.UsesOf(symbol.Name)
            .Where(u => TestPaths.IsTest(u.Path) && (links.ContainsKey(u.Path) || judge.Judge(u.Path) is not null))
            .ToDictionary(u => u.Path, u => LineOf(u.Path, u.Uses[0].Start));
        return
        [
            .. links.Keys.Union(users.Keys).Where(t => t != symbol.Path).Select(t => Related(t, links.GetValueOrDefault(t), users.TryGetValue(t, out var line) ? line : null))
                .OrderByDescending(t => t.Score).ThenBy(t => t.Path),
        ];
    }

    /// <summary>The innermost symbol around an offset, or null at the top of the file.</summary>
    public SymbolRow? Around(RepoPath path, int offset) =>
        SymbolsOf(path).Where(s => s.Start <= offset && offset < s.End).MinBy(s => s.End - s.Start);

    /// <summary>The symbol whose name is declared or used at an offset, when names and imports tell which one it is.</summary>
    public SymbolRow? UsedAt(RepoPath path, int offset)
    {
        bool IsAt(int start, string name) => start <= offset && offset <= start + System.Text.Encoding.UTF8.GetByteCount(name);
        if (SymbolsOf(path).FirstOrDefault(s => IsAt(s.NameStart, s.Name)) is { } declared) return declared;
        var (name, use) = reader.UsesIn(path).FirstOrDefault(u => IsAt(u.Use.Start, u.Name));
        return name is null ? null : CalleeOf(path, name, use, reader.ImportsOf(path))?.Target;
    }

    private static RelatedTest Related(RepoPath test, TestLink? link, int? line)
    {
        IEnumerable<string> reasons = link?.Reasons ?? [];
        return line is null
            ? new RelatedTest(test, null, link?.Score ?? 0, [.. reasons])
            : new RelatedTest(test, line, (link?.Score ?? 0) + UseScore, [.. reasons.Prepend("uses it")]);
    }

    private Caller CallerAt(RepoPath path, Occurrence use, Certainty certainty)
    {
        var (line, column) = workspace.Read(path)?.Lines.PositionAt(use.Start) ?? (0, 0);
        return new Caller(path, line, column, use.Role, Around(path, use.Start) is { } around ? reader.QualifiedName(around) : null, certainty);
    }

    private Callee? CalleeOf(RepoPath user, string name, Occurrence use, IReadOnlyList<ImportRow> imports)
    {
        var line = LineOf(user, use.Start);
        var import = imports.FirstOrDefault(i => i.Names.Any(n => n.Local == name));
        if (import is { Targets.Count: 0 }) return new Callee(name, use.Role, line, null, import.Specifier, 0, Certainty.Certain);
        // An import may give the symbol another name here.
        var declared = import?.Names.FirstOrDefault(n => n.Local == name).Name is { } original and not ("*" or "default") ? original : name;
        var candidates = reader.SymbolsNamed(declared).Where(s => s.Kind != SymbolKind.Namespace).ToList();
        var near = candidates.Where(s => import is null ? s.Path == user : import.Targets.Any(t => t == s.Path || ReachOf(s.Path).IsDoor(t))).ToList();
        if (near.Count > 0) return new Callee(name, use.Role, line, near[0], null, candidates.Count, import is not null || !near[0].IsMember ? Certainty.Certain : Certainty.Likely);
        var far = candidates.Where(s => MayReach(user, s, use.Role)).DistinctBy(s => (s.Path, s.Parent, s.Owner)).ToList();
        if (far.Count == 0) return null;
        return new Callee(name, use.Role, line, far is [var only] ? only : null, null, far.Count, far.Count == 1 ? Certainty.Likely : Certainty.Possible);
    }

    /// <summary>Without an import, a name reaches a member of anything; more only where files share a package or a namespace.</summary>
    private static bool MayReach(RepoPath user, SymbolRow symbol, ReferenceRole role) => symbol.IsMember
        ? role is not (ReferenceRole.Type or ReferenceRole.Inherit)
        : user.Extension == symbol.Path.Extension && (user.Extension == ".cs" || (user.Extension == ".go" && user.Parent == symbol.Path.Parent));

    private ModuleReach ReachOf(RepoPath path) => _reaches.TryGetValue(path, out var known) ? known : _reaches[path] = ModuleReach.Of(reader, path);

    private int LineOf(RepoPath path, int offset) => workspace.Read(path)?.Lines.PositionAt(offset).Line ?? 0;

    private IReadOnlyList<SymbolRow> SymbolsOf(RepoPath path) => _symbols.TryGetValue(path, out var known) ? known : _symbols[path] = reader.SymbolsOf(path);
}
