using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>How the variables of functions are used.</summary>
internal sealed class Locals(GoScene scene)
{
    private readonly Dictionary<GoObject, List<GoNode>> _uses = [];
    private readonly Dictionary<GoObject, bool> _isShared = [];

    /// <summary>Every identifier of a local object in its file, its declaration too, in order.</summary>
    public IReadOnlyList<GoNode> UsesOf(GoObject local)
    {
        if (_uses.TryGetValue(local, out var known)) return known;
        var scope = local.NameNode;
        while (scope.Parent.Kind is not (K.SourceFile or K.Other)) scope = scope.Parent;
        return _uses[local] = [.. GoScene.Names(scope).Where(n => n.Kind is K.Identifier or K.TypeIdentifier && n.Text == local.Name && scene.Meaning(n) == local)];
    }

    /// <summary>Whether other code than the statements of its own function can change it: its address is taken, or a closure assigns to it.</summary>
    public bool IsShared(GoObject local)
    {
        if (_isShared.TryGetValue(local, out var known)) return known;
        var home = FunctionOf(local.NameNode);
        return _isShared[local] = UsesOf(local).Any(u => WriteOf(u) is WriteKind.Address || (WriteOf(u) != WriteKind.None && Enclosing(u, home) != home));
    }

    /// <summary>The function, method or literal whose body a node is in.</summary>
    public static GoNode FunctionOf(GoNode node) => node.Ancestor(K.FunctionDeclaration, K.MethodDeclaration, K.FuncLiteral);

    private static GoNode Enclosing(GoNode use, GoNode home) => home.Kind == K.Other ? default : FunctionOf(use);

    /// <summary>Whether a use stands in a closure that its variable is declared outside of.</summary>
    public static bool IsInClosure(GoNode use, GoNode declaration)
    {
        for (var literal = use.Ancestor(K.FuncLiteral); literal.Exists; literal = literal.Ancestor(K.FuncLiteral))
        {
            if (!literal.Contains(declaration)) return true;
        }

        return false;
    }

    /// <summary>What a use does to its variable.</summary>
    public WriteKind WriteOf(GoNode use)
    {
        if (GoScene.Declares(use)) return WriteKind.None;
        var node = use;
        var isPart = false;
        while (true)
        {
            var parent = node.Parent;
            switch (parent.Kind)
            {
                case K.ParenthesizedExpression:
                    break;
                case K.SelectorExpression when node.Field == F.Operand:
                    if (parent.Parent.Kind == K.CallExpression && parent.Field == F.Function && TakesAddress(parent)) return WriteKind.Address;
                    if (scene.Checker.Underlying(scene.Checker.TypeOf(node)) is not GoType.Struct) return WriteKind.None;
                    isPart = true;
                    break;
                case K.IndexExpression when node.Field == F.Operand && scene.Checker.Underlying(scene.Checker.TypeOf(node)) is GoType.Array:
                    isPart = true;
                    break;
                case K.SliceExpression when node.Field == F.Operand && scene.Checker.Underlying(scene.Checker.TypeOf(node)) is GoType.Array:
                    return WriteKind.Address;
                case K.UnaryExpression when parent.Get(F.Operator).Text == "&":
                    return WriteKind.Address;
                case K.IncStatement or K.DecStatement:
                    return isPart ? WriteKind.Part : WriteKind.Whole;
                case K.ExpressionList when parent.Field == F.Left && parent.Parent.Kind is K.AssignmentStatement or K.ShortVarDeclaration or K.RangeClause or K.ReceiveStatement:
                    return isPart ? WriteKind.Part : WriteKind.Whole;
                default:
                    return WriteKind.None;
            }

            node = parent;
        }
    }

    /// <summary>Whether a method that takes its receiver's address is called on an operand.</summary>
    public bool CallsThroughAddress(GoNode operand) => operand.Parent.Parent.Kind == K.CallExpression && operand.Parent.Field == F.Function && TakesAddress(operand.Parent);

    /// <summary>A method with a pointer receiver that is called on a variable gets the variable's address.</summary>
    private bool TakesAddress(GoNode selector)
    {
        var operand = selector.Get(F.Operand);
        var type = scene.Checker.TypeOf(operand);
        if (type is GoType.Pointer || scene.Checker.Underlying(type) is GoType.Interface or GoType.Pointer) return false;
        if (scene.Meaning(selector.Get(F.Field)) is { Kind: ObjectKind.Method } method) return method.Declaration.Get(F.Receiver).FirstNamed.Get(F.Type).Kind == K.PointerType;
        if (type is GoType.External external) return !StandardApi.IsInterface(external.Full) && !(StandardApi.Underlying(external.Full) is GoType.Basic or GoType.Map or GoType.Slice or GoType.Function) && !ByValue.Contains(external.Full);
        return type is GoType.Unknown;
    }

    /// <summary>Structs of the standard library whose methods take them by value.</summary>
    private static readonly HashSet<string> ByValue = ["time.Time", "reflect.Value", "net/netip.Addr", "net/netip.AddrPort", "net/netip.Prefix"];
}
