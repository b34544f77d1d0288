using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>Says what code does when it is evaluated, as far as its text tells. Reading a property counts as reading, whatever a getter may do.</summary>
internal sealed class Effects(TsNames names)
{
    /// <summary>Functions and classes of the library that change nothing and tell nothing but their arguments.</summary>
    private static readonly HashSet<string> Pure =
    [
        "String", "Number", "Boolean", "BigInt", "Symbol", "parseInt", "parseFloat", "isNaN", "isFinite", "Object.keys", "Object.values", "Object.entries", "Object.freeze", "Array.isArray", "Array.of", "Array.from",
        "JSON.stringify", "Map", "Set", "WeakMap", "WeakSet", "Array", "Object", "Error", "TypeError", "RangeError", "RegExp", "URL", "Uint8Array",
    ];

    private static readonly HashSet<string> Constants = ["undefined", "NaN", "Infinity", "globalThis", "console"];

    public Effect Of(IEnumerable<TsNode> nodes) => nodes.Aggregate(Effect.None, (all, node) => Max(all, Of(node)));

    /// <summary>What the evaluation of a node does; bodies of functions in it are not evaluated.</summary>
    public Effect Of(TsNode node)
    {
        if (node.IsNone || IsType(node)) return Effect.None;
        var own = Own(node);
        if (own == Effect.Does || node.Kind.IsFunctionLike()) return own;
        foreach (var child in node.Named)
        {
            own = Max(own, Of(child));
            if (own == Effect.Does) break;
        }

        return own;
    }

    /// <summary>Whether each evaluation makes another object, array or function.</summary>
    public static bool IsFresh(TsNode expression) => Core(expression) is var core && (IsFreshObject(core) || core.Kind.IsFunctionExpression());

    public static bool IsFreshObject(TsNode expression) => Core(expression) switch
    {
        { Kind: K.Object or K.Array or K.NewExpression or K.Class or K.JsxElement or K.JsxSelfClosingElement } => true,
        { Kind: K.Regex } regex => regex.Text[regex.Text.LastIndexOf('/')..].AsSpan().IndexOfAny('g', 'y') >= 0,
        { Kind: K.TernaryExpression } choice => IsFreshObject(choice.Get(F.Consequence)) || IsFreshObject(choice.Get(F.Alternative)),
        { Kind: K.BinaryExpression } binary when binary.Get(F.Operator).Text is "??" or "||" or "&&" => IsFreshObject(binary.Get(F.Left)) || IsFreshObject(binary.Get(F.Right)),
        _ => false,
    };

    /// <summary>The expression without parentheses and assertions of types.</summary>
    public static TsNode Core(TsNode node)
    {
        while (node.Kind is K.ParenthesizedExpression or K.AsExpression or K.SatisfiesExpression or K.NonNullExpression) node = node.FirstNamed;
        return node.Kind == K.TypeAssertion ? Core(node.LastNamed) : node;
    }

    private Effect Own(TsNode node) => node.Kind switch
    {
        K.Identifier or K.ShorthandPropertyIdentifier => OfName(node),
        K.MemberExpression => OfMember(node),
        K.SubscriptExpression or K.SpreadElement or K.ForInStatement => Effect.Reads,
        K.CallExpression or K.NewExpression => IsPure(node) ? Effect.Reads : Effect.Does,
        K.AwaitExpression or K.YieldExpression or K.AssignmentExpression or K.AugmentedAssignmentExpression or K.UpdateExpression => Effect.Does,
        K.ReturnStatement or K.ThrowStatement or K.BreakStatement or K.ContinueStatement or K.Decorator or K.ClassStaticBlock => Effect.Does,
        K.UnaryExpression when node.Get(F.Operator).Text == "delete" => Effect.Does,
        _ => Effect.None,
    };

    private Effect OfName(TsNode name) => names.Of(name) switch
    {
        null => Constants.Contains(name.Text) || char.IsUpper(name.Text[0]) ? Effect.None : Effect.Reads,
        { IsLibrary: true } => Effect.None,
        var symbol => names.IsReassigned(symbol) ? Effect.Reads : Effect.None,
    };

    private Effect OfMember(TsNode node)
    {
        var owner = node.Get(F.Object);
        if (owner.Kind == K.Identifier && names.Of(owner) is { } symbol && symbol.Declarations.Exists(d => d.Node.Kind == K.EnumDeclaration)) return Effect.None;
        return owner is { Kind: K.Identifier, Text: "Math" or "Number" } && char.IsUpper(node.Get(F.Property).Text[0]) ? Effect.None : Effect.Reads;
    }

    private bool IsPure(TsNode call)
    {
        var callee = call.Get(call.Kind == K.NewExpression ? F.Constructor : F.Function);
        if (call.Get(F.Arguments).Kind == K.TemplateString) return false;
        var root = callee.Kind == K.MemberExpression ? callee.Get(F.Object) : callee;
        if (root.Kind != K.Identifier || names.Of(root) is { IsLibrary: false }) return false;
        return Pure.Contains(callee.Text) || (root.Text == "Math" && callee.Text != "Math.random");
    }

    private static bool IsType(TsNode node) => node.Kind is K.TypeAnnotation or K.TypeArguments or K.TypeParameters or K.InterfaceDeclaration or K.TypeAliasDeclaration
        || (node.Parent.Kind is K.AsExpression or K.SatisfiesExpression && node != node.Parent.FirstNamed);

    private static Effect Max(Effect a, Effect b) => a > b ? a : b;
}
