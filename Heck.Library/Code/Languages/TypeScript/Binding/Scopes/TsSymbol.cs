using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>A named thing with all its merged declarations.</summary>
internal sealed class TsSymbol(string name, string kind, Meaning meaning)
{
    public string Name { get; } = name;

    /// <summary>The word shown to people; of several merged declarations the first one's.</summary>
    public string Kind { get; } = kind;

    public Meaning Meaning { get; private set; } = meaning;

    public List<TsDeclaration> Declarations { get; } = [];

    /// <summary>The class, interface, enum or namespace that it is a member of.</summary>
    public TsSymbol? Parent { get; init; }

    /// <summary>A property of some value, reached by a dot.</summary>
    public bool IsMember { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>Set for imports and exports under another name.</summary>
    public AliasTarget? Alias { get; set; }

    /// <summary>Exported members of an enum or a namespace.</summary>
    public Dictionary<string, TsSymbol> Exports { get; } = [];

    /// <summary>Set when another file's declaration of the same thing was merged into an earlier symbol.</summary>
    private TsSymbol? _forward;

    /// <summary>The symbol that stands for all merged declarations.</summary>
    public TsSymbol Final => _forward is null ? this : _forward.Final;

    public TsDeclaration First => Declarations[0];

    public bool IsLibrary => Declarations.Count > 0 && Declarations[0].Name.File.IsLibrary;

    public void Declare(TsNode name, TsNode node, Meaning meaning)
    {
        Meaning |= meaning;
        if (!Declarations.Exists(d => d.Name == name)) Declarations.Add(new TsDeclaration(name, node));
    }

    /// <summary>Gives this symbol's declarations and members to another, which stands for both from now on.</summary>
    public void MergeInto(TsSymbol other)
    {
        if (ReferenceEquals(other.Final, Final)) return;
        foreach (var declaration in Declarations) other.Declare(declaration.Name, declaration.Node, Meaning);
        foreach (var (name, member) in Exports)
        {
            if (other.Exports.TryGetValue(name, out var same)) member.MergeInto(same);
            else other.Exports[name] = member;
        }

        _forward = other;
    }

    public override string ToString() => $"{Kind} {Name} at {(Declarations.Count > 0 ? First.Name.ToString() : "nowhere")}";
}
