using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>A block of the symbol table with the names that it binds.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Variable> _variables = [];
    private readonly HashSet<string> _globals = [];
    private readonly HashSet<string> _nonlocals = [];

    public Scope(ScopeKind kind, PythonNode node, string name, Scope? parent)
    {
        (Kind, Node, Name, Parent) = (kind, node, name, parent);
        Module = parent?.Module ?? this;
        parent?.Children.Add(this);
    }

    public ScopeKind Kind { get; }

    /// <summary>What opens it: the root, the definition, the lambda, the comprehension.</summary>
    public PythonNode Node { get; }

    public string Name { get; }

    public Scope? Parent { get; }

    public Scope Module { get; }

    public List<Scope> Children { get; } = [];

    public IReadOnlyDictionary<string, Variable> Variables => _variables;

    /// <summary>The statements <c>from … import *</c> of a module.</summary>
    public List<PythonNode> StarImports { get; } = [];

    public bool DeclaresGlobal(string name) => _globals.Contains(name);

    public bool DeclaresNonlocal(string name) => _nonlocals.Contains(name);

    public void AddGlobal(string name) => _globals.Add(name);

    public void AddNonlocal(string name) => _nonlocals.Add(name);

    public void Bind(string name, Declaration declaration)
    {
        if (!_variables.TryGetValue(name, out var variable)) _variables[name] = variable = new Variable(this, name);
        variable.Add(declaration);
    }

    /// <summary>A private name inside a class carries the class's name.</summary>
    public string Mangle(string name)
    {
        if (!name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal)) return name;
        var holder = this;
        while (holder is not null && holder.Kind != ScopeKind.Class) holder = holder.Parent;
        var prefix = holder?.Name.TrimStart('_');
        return string.IsNullOrEmpty(prefix) ? name : $"_{prefix}{name}";
    }

    /// <summary>Finds a name, not yet mangled, by the rules of CPython's symbol table.</summary>
    public Resolution Resolve(string name)
    {
        var key = Mangle(name);
        if (_globals.Contains(key)) return InModule(key);
        return _variables.TryGetValue(key, out var own) ? new(Kind == ScopeKind.Module ? ResolutionKind.Global : ResolutionKind.Local, own) : ResolveOutside(key);
    }

    /// <summary>Finds a mangled name in the enclosing scopes.</summary>
    public Resolution ResolveOutside(string key)
    {
        var seesClass = Kind == ScopeKind.TypeParameters;
        for (var scope = Parent; scope is not null && scope.Kind != ScopeKind.Module; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Class && !seesClass) continue;
            if (scope._globals.Contains(key)) return InModule(key);
            if (scope._variables.TryGetValue(key, out var variable)) return new(ResolutionKind.Free, variable);
            seesClass &= scope.Kind == ScopeKind.TypeParameters;
        }

        return InModule(key);
    }

    public Resolution InModule(string key) => new(ResolutionKind.Global, Module._variables.GetValueOrDefault(key));
}
