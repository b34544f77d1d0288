using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>What one file declares, and the blocks in which names are looked for.</summary>
internal sealed class FileScopes
{
    private readonly Dictionary<int, GoScope> _scopes = [];
    private readonly Dictionary<int, GoScope> _labels = [];
    private readonly Dictionary<int, GoObject> _declared = [];
    private readonly Dictionary<int, List<GoObject>> _members = [];

    public FileScopes(GoFile file) => new ScopeBuilder(file, this).Build();

    /// <summary>What the package's block gets from this file.</summary>
    public List<GoObject> TopLevel { get; } = [];

    /// <summary>Methods with the name of the type that their receiver has.</summary>
    public List<(string Type, GoObject Method)> Methods { get; } = [];

    public List<GoObject> Imports { get; } = [];

    public IEnumerable<GoObject> Declared => _declared.Values;

    /// <summary>What the identifier at a node declares; null when it declares nothing.</summary>
    public GoObject? DeclaredAt(GoNode name) => _declared.GetValueOrDefault(name.Index);

    /// <summary>Fields of a struct type, methods of an interface type, as they are written.</summary>
    public IReadOnlyList<GoObject> MembersOf(GoNode type) => _members.GetValueOrDefault(type.Index) ?? [];

    public IEnumerable<GoNode> StructAndInterfaceTypes(GoFile file) => _members.Keys.Select(file.At);

    /// <summary>The block that a node opens.</summary>
    public GoScope? Opened(GoNode node) => _scopes.GetValueOrDefault(node.Index);

    /// <summary>What a name means at a node by the blocks of functions and types; null when only the file or the package may know.</summary>
    public GoObject? FindLocal(GoNode at, string name)
    {
        for (var node = at; node.Exists; node = node.Parent)
        {
            if (_scopes.TryGetValue(node.Index, out var scope) && scope.Find(name, at.Start) is { } found) return found;
        }

        return null;
    }

    public GoObject? FindLabel(GoNode at) =>
        at.Ancestor(K.FunctionDeclaration, K.MethodDeclaration, K.FuncLiteral) is { Exists: true } function && _labels.TryGetValue(function.Index, out var labels) ? labels.Find(at.Text, at.Start) : null;

    /// <summary>The innermost block that declares a local object.</summary>
    public GoScope? BlockOf(GoObject local)
    {
        for (var node = local.NameNode; node.Exists; node = node.Parent)
        {
            foreach (var scopes in (Dictionary<int, GoScope>[])[_scopes, _labels])
            {
                if (scopes.TryGetValue(node.Index, out var scope) && scope.Objects.Contains(local)) return scope;
            }
        }

        return null;
    }

    public GoScope Open(GoNode node) => _scopes[node.Index] = new GoScope(node);

    public void Declare(GoObject declared) => _declared.TryAdd(declared.NameNode.Index, declared);

    public void DeclareMember(GoNode type, GoObject member)
    {
        if (!_members.TryGetValue(type.Index, out var members)) _members[type.Index] = members = [];
        if (member.Name != "_") members.Add(member);
        Declare(member);
    }

    public void DeclareLabel(GoNode function, GoObject label)
    {
        if (!_labels.TryGetValue(function.Index, out var labels)) _labels[function.Index] = labels = new GoScope(function);
        labels.Declare(label, 0);
        Declare(label);
    }

    public void NoteType(GoNode type) => _members.TryAdd(type.Index, []);
}
