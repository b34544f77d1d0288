using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Everything that one file declares by itself, before names are looked up across files.</summary>
internal sealed class FileScopes(TsFile file)
{
    private readonly Dictionary<int, TsScope> _byNode = [];
    private readonly Dictionary<int, TsSymbol> _declared = [];
    private readonly Dictionary<int, TsSymbol> _classes = [];

    public TsFile File { get; } = file;

    public required ModuleExports Module { get; init; }

    /// <summary>What <c>declare global</c> adds; for a script everything at its top.</summary>
    public Dictionary<string, TsSymbol> Globals { get; } = [];

    /// <summary><c>declare module "name"</c>: a library's declaration, or in a module an augmentation of the module named.</summary>
    public List<(string Specifier, ModuleExports Module)> NamedModules { get; } = [];

    /// <summary>For a type written in documentation: the declaration in whose scopes its names are looked up.</summary>
    public TsNode Outer { get; init; }

    public void Add(TsScope scope) => _byNode[scope.Node.Index] = scope;

    public void AddDeclared(TsNode name, TsSymbol symbol) => _declared[name.Index] = symbol;

    public void AddClass(TsNode node, TsSymbol symbol) => _classes[node.Index] = symbol;

    /// <summary>The symbol that the name node declares in a scope, or null when it declares none there.</summary>
    public TsSymbol? DeclaredBy(TsNode name) => _declared.GetValueOrDefault(name.Index)?.Final;

    /// <summary>The symbol of a class, interface or enum declaration, anonymous classes included.</summary>
    public TsSymbol? SymbolOf(TsNode classLike) => _classes.GetValueOrDefault(classLike.Index)?.Final;

    public IEnumerable<TsNode> ClassLikes => _classes.Keys.Select(i => new TsNode(File, i));

    public TsScope? OpenedBy(TsNode node) => _byNode.GetValueOrDefault(node.Index);

    public TsScope ScopeAt(TsNode node)
    {
        for (var at = node; at.Exists; at = at.Parent)
        {
            if (_byNode.TryGetValue(at.Index, out var scope)) return scope;
        }

        return Module.Scope;
    }
}
