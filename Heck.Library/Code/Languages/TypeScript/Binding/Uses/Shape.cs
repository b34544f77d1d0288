using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>The names that a type has and those that it demands, to see which values can stand for it although nothing says so.</summary>
internal sealed class Shape
{
    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _required = [];
    private readonly bool _isNominal;
    private bool _isOpen;

    private Shape(TsProgram program, TsSymbol member)
    {
        if (member.Parent is { } owner)
        {
            Add(program, owner, []);
            _isNominal = _names.Any(n => n.StartsWith('#')) || owner.Declarations.Exists(d => d.Node.Kind.IsClass() && d.Node.Get(F.Body).Named.Any(IsPrivate));
        }
        else if (SetProperties.IsOne(member))
        {
            Add(program.SetProperties.Beside(member));
        }
        else
        {
            var holder = HolderOf(member.First.Name);
            Add(program.Members.OfNode(holder));
            _isOpen = holder.Named.Any(m => m.Kind == K.SpreadElement);
        }
    }

    public static Shape Of(TsProgram program, TsSymbol member) => new(program, member);

    /// <summary>Whether a value of this shape would do where the other is wanted.</summary>
    public bool Fits(Shape wanted) => !wanted._isNominal && (_isOpen || wanted._required.All(_names.Contains));

    private static TsNode HolderOf(TsNode name) => name.Ancestor(a => a.Kind is K.Object or K.ObjectType);

    private static bool IsPrivate(TsNode member) => member.Get(K.AccessibilityModifier).Text is "private" or "protected";

    private void Add(TsProgram program, TsSymbol owner, HashSet<TsSymbol> seen)
    {
        if (!seen.Add(owner)) return;
        Add(program.Members.InstanceOf(owner));
        foreach (var baseType in program.Types.Heritage.InheritedBy(owner))
        {
            if (baseType is InstanceType instance) Add(program, instance.Symbol, seen);
            else _isOpen = true;
        }
    }

    private void Add(Dictionary<string, TsSymbol> members)
    {
        foreach (var (name, member) in members)
        {
            _names.Add(name);
            if (!member.First.Node.Has("?")) _required.Add(name);
        }
    }
}
