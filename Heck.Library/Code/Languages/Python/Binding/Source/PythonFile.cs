using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>A file with its tree, its scopes and its identifiers. Immutable once made.</summary>
internal sealed class PythonFile
{
    private readonly Dictionary<string, List<NameSite>> _byName = [];
    private readonly Dictionary<PythonNode, NameSite> _byNode = [];
    private readonly Dictionary<PythonNode, SourceUnit?> _texts = [];
    private readonly Dictionary<PythonNode, Scope> _scopes = [];

    private PythonFile(RepoPath path, SourceText text, SyntaxParser parser)
    {
        (Path, Text) = (path, text);
        Unit = new SourceUnit(this, parser.Parse(text.Utf8), 0);
        Module = new Scope(ScopeKind.Module, Unit.Root, "top", parent: null);
        foreach (var site in ScopeBuilder.Build(Module, Unit, parser)) Add(site);
        Index(Module);
    }

    public RepoPath Path { get; }

    public SourceText Text { get; }

    public SourceUnit Unit { get; }

    public Scope Module { get; }

    public IEnumerable<NameSite> Sites => _byNode.Values;

    public static PythonFile Read(RepoPath path, SourceText text, SyntaxParser parser) => new(path, text, parser);

    /// <summary>The identifiers spelled so.</summary>
    public IReadOnlyList<NameSite> SitesOf(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>The scope that a function, class, lambda or comprehension opens.</summary>
    public Scope? ScopeOf(PythonNode definition) => _scopes.GetValueOrDefault(definition);

    public NameSite? SiteOf(PythonNode node) => _byNode.GetValueOrDefault(node);

    /// <summary>The expression inside a plain string; null when it is not one, or has escapes or errors.</summary>
    public SourceUnit? UnitOf(PythonNode text, SyntaxParser parser)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        return _texts[text] = ParseText(text, parser);
    }

    /// <summary>The expression inside a string that was found to be code.</summary>
    public SourceUnit? UnitOf(PythonNode text) => _texts.GetValueOrDefault(text);

    private SourceUnit? ParseText(PythonNode text, SyntaxParser parser)
    {
        var content = text.Children.Where(c => !c.Is(Kinds.StringStart) && c.Is(Kinds.StringContent)).ToList();
        if (content.Count != 1 || content[0].Children.Any() || text.ChildOfKind(Kinds.Interpolation) is not null) return null;
        var tree = parser.Parse(Text.Utf8[content[0].Start..content[0].End]);
        return tree.ErrorCount == 0 ? new SourceUnit(this, tree, content[0].Start) : null;
    }

    private void Index(Scope scope)
    {
        foreach (var child in scope.Children)
        {
            if (child.Kind != ScopeKind.TypeParameters) _scopes[child.Node] = child;
            Index(child);
        }
    }

    private void Add(NameSite site)
    {
        var name = site.Node.Text;
        if (!_byName.TryGetValue(name, out var sites)) _byName[name] = sites = [];
        sites.Add(site);
        _byNode[site.Node] = site;
    }
}
