using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>A class of the workspace, its stub included. One instance for each class; bases are read when they are first asked for.</summary>
internal sealed class ClassModel(string name, PythonNode node, IReadOnlyList<Scope> scopes)
{
    private readonly Dictionary<string, List<PythonNode>> _members = [];
    private readonly List<ClassModel> _bases = [];
    private readonly List<string> _externalBases = [];
    private IReadOnlyList<ClassModel>? _order;
    private bool _hasUnknownBase;
    private bool _isDataClass;

    public string Name { get; } = name;

    /// <summary>The definition, or the call that makes the class.</summary>
    public PythonNode Node { get; } = node;

    /// <summary>The class's scope and that of its stub; none for a class made by a call.</summary>
    public IReadOnlyList<Scope> Scopes { get; } = scopes;

    /// <summary>The bases of the workspace, in order.</summary>
    public List<ClassModel> Bases => Complete()._bases;

    /// <summary>Dotted names of the bases outside the workspace.</summary>
    public List<string> ExternalBases => Complete()._externalBases;

    /// <summary>Whether a base is an expression whose value is not proved.</summary>
    public bool HasUnknownBase
    {
        get => Complete()._hasUnknownBase;
        set => _hasUnknownBase = value;
    }

    /// <summary>Reads the bases; run once.</summary>
    public Action? Read { get; set; }

    /// <summary>Each member's name (mangled) with the identifiers and strings that declare it, in order.</summary>
    public IReadOnlyDictionary<string, List<PythonNode>> Members => _members;

    /// <summary>Fields that the generated constructor takes by keyword.</summary>
    public HashSet<string> Fields { get; } = [];

    /// <summary>The class and its bases, nearest first; of a base reached twice the later place counts.</summary>
    public IReadOnlyList<ClassModel> Order => _order ?? ReadOrder();

    public bool IsDataClass
    {
        get => Complete()._isDataClass;
        set => _isDataClass = value;
    }

    public bool IsEnum => DerivesFrom(b => b.StartsWith("enum.", StringComparison.Ordinal));

    public bool IsMetaclass => DerivesFrom(b => b == "builtins.type");

    public bool IsTypedDict => DerivesFrom(b => b.EndsWith(".TypedDict", StringComparison.Ordinal));

    public bool IsNamedTuple => DerivesFrom(b => b is "typing.NamedTuple" or "collections.namedtuple");

    /// <summary>Whether the constructor's parameters are the class's annotated fields.</summary>
    public bool HasFieldConstructor => Owner("__init__") is null && (Order.Any(c => c.IsDataClass) || IsNamedTuple || IsTypedDict);

    public bool Derives(ClassModel other) => Order.Contains(other);

    public bool DerivesFrom(Func<string, bool> external) => Order.Any(c => c.ExternalBases.Exists(b => external(b)));

    public void AddMember(string name, PythonNode declaration)
    {
        if (!_members.TryGetValue(name, out var places)) _members[name] = places = [];
        var first = Node.File;
        // The source's places come before the stub's.
        var at = places.FindLastIndex(p => (p.File == first ? 0 : 1, p.Start).CompareTo((declaration.File == first ? 0 : 1, declaration.Start)) <= 0);
        if (!places.Contains(declaration)) places.Insert(at + 1, declaration);
    }

    /// <summary>The nearest class that declares the member.</summary>
    public ClassModel? Owner(string name) => Order.FirstOrDefault(c => c._members.ContainsKey(name));

    /// <summary>Whether the member is a constant of an enumeration.</summary>
    public bool IsEnumMember(string name) => IsEnum && Owner(name) is { Scopes: [var scope, ..] }
        && scope.Variables.TryGetValue(name, out var variable) && variable.First.Kind == DeclarationKind.Assignment;

    public override string ToString() => Name;

    private ClassModel Complete()
    {
        var read = Read;
        Read = null;
        read?.Invoke();
        return this;
    }

    private IReadOnlyList<ClassModel> ReadOrder()
    {
        _order = [this]; // what a class sees that is its own base by mistake
        var all = Bases.SelectMany(b => b.Order).Prepend(this).ToList();
        return _order = [.. all.Where((c, i) => all.LastIndexOf(c) == i)];
    }
}
