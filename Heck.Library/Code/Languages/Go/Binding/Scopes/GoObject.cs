using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>
/// Something with a name. A name that several files declare, each for its own system or build tag, is one object with several declarations.
/// </summary>
/// <param name="kind">What it is.</param>
/// <param name="name">Its name; empty for an import whose package's name is not written.</param>
/// <param name="nameNode">The identifier that declares it, or what stands in for it: an import's path, an embedded field's type.</param>
/// <param name="declaration">The specification, parameter, function or statement around it.</param>
internal sealed class GoObject(ObjectKind kind, string name, GoNode nameNode, GoNode declaration)
{
    private GoObject? _mergedInto;

    public ObjectKind Kind { get; } = kind;

    public string Name { get; } = name;

    /// <summary>The first declaration's.</summary>
    public GoNode NameNode { get; } = nameNode;

    /// <summary>The first declaration's.</summary>
    public GoNode Declaration { get; } = declaration;

    /// <summary>All declarations, the first included.</summary>
    public List<GoObject> Parts { get; } = [];

    /// <summary>The type that a method belongs to by its receiver.</summary>
    public GoObject? Owner { get; set; }

    /// <summary>A field that is an embedded type: its name is the type's.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>Where a type parameter of a method's receiver stands among its type's.</summary>
    public int Position { get; init; }

    public bool IsExported => IsExportedName(Name);

    public bool IsMember => Kind is ObjectKind.Field or ObjectKind.Method or ObjectKind.InterfaceMethod;

    /// <summary>The object that this declaration belongs to.</summary>
    public GoObject Canonical => _mergedInto ?? this;

    public GoFile File => NameNode.File;

    public IEnumerable<GoObject> Declarations => Parts.Prepend(this);

    public static bool IsExportedName(string name) => name.Length > 0 && System.Text.Rune.GetRuneAt(name, 0) is var first && System.Text.Rune.IsUpper(first);

    public void MergeInto(GoObject first)
    {
        _mergedInto = first;
        first.Parts.Add(this);
    }

    public override string ToString() => $"{Kind} {Name} {NameNode}";
}
