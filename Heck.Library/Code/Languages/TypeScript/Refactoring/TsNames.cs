using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Uses;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>What names that stand by themselves mean, node by node.</summary>
internal sealed class TsNames(TsProgram program)
{
    private readonly LexicalUses _uses = new(program);
    private readonly Dictionary<TsSymbol, bool> _reassigned = [];

    /// <summary>The symbol that an identifier declares or uses; null for one that no file declares.</summary>
    public TsSymbol? Of(TsNode name) => name.Kind switch
    {
        K.Identifier or K.TypeIdentifier or K.ShorthandPropertyIdentifierPattern => _uses.At(name).Symbols is [var symbol, ..] ? symbol : null,
        K.ShorthandPropertyIdentifier => _uses.Read(name, Meaning.Value).Symbols is [var symbol, ..] ? symbol : null,
        _ => null,
    };

    /// <summary>As the gate knows it.</summary>
    public BoundSymbol Bound(TsSymbol symbol) => program.Modules.Meant(symbol);

    /// <summary>Every identifier below a node that means a symbol.</summary>
    public IEnumerable<TsNode> UsesIn(TsNode node, TsSymbol symbol) => node.Subtree.Where(n => IsName(n) && n.Text == symbol.Name && Of(n) == symbol);

    /// <summary>The names below a node and what each means, declared ones only.</summary>
    public IEnumerable<(TsNode Name, TsSymbol Symbol)> AllIn(TsNode node)
    {
        foreach (var name in node.Subtree.Where(IsName))
        {
            if (Of(name) is { IsLibrary: false } symbol) yield return (name, symbol);
        }
    }

    /// <summary>Whether some code gives the variable another value after its declaration.</summary>
    public bool IsReassigned(TsSymbol symbol)
    {
        if (_reassigned.TryGetValue(symbol, out var known)) return known;
        return _reassigned[symbol] = WritesOf(symbol).Any();
    }

    public IEnumerable<TsNode> WritesOf(TsSymbol symbol) => UsesIn(symbol.First.Name.File.Root, symbol).Where(IsWrite);

    public static bool IsName(TsNode node) => node.Kind is K.Identifier or K.TypeIdentifier or K.ShorthandPropertyIdentifier or K.ShorthandPropertyIdentifierPattern;

    /// <summary>Whether a name is assigned to where it stands.</summary>
    public static bool IsWrite(TsNode name)
    {
        var (node, parent) = (name, name.Parent);
        while (IsPartOfTarget(node, parent)) (node, parent) = (parent, parent.Parent);
        return parent.Kind switch
        {
            K.AssignmentExpression or K.AugmentedAssignmentExpression => node.Field == F.Left,
            K.UpdateExpression => true,
            K.ForInStatement => node.Field == F.Left && parent.Get(F.Kind).IsNone,
            _ => false,
        };
    }

    /// <summary>An assignment that gives a new value without looking at the old one.</summary>
    public static bool IsPlainWrite(TsNode name) => name.Parent.Kind == K.AssignmentExpression && name.Field == F.Left;

    private static bool IsPartOfTarget(TsNode node, TsNode parent) => parent.Kind switch
    {
        K.ArrayPattern or K.ObjectPattern or K.RestPattern or K.ParenthesizedExpression or K.NonNullExpression => true,
        K.PairPattern => node.Field == F.Value,
        K.AssignmentPattern or K.ObjectAssignmentPattern => node.Field == F.Left,
        K.AsExpression or K.SatisfiesExpression => node == parent.FirstNamed,
        _ => false,
    };
}
