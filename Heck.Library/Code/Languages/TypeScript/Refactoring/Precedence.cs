using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>How tightly operators hold together, and where an expression in another's place needs parentheses.</summary>
internal static class Precedence
{
    private const int Comma = 1;
    private const int Assignment = 2;
    private const int Ternary = 3;
    private const int Relational = 11;
    private const int Power = 15;
    private const int Unary = 16;
    private const int Member = 19;
    private const int Primary = 20;

    private static readonly Dictionary<string, int> Binary = new()
    {
        ["??"] = 4, ["||"] = 5, ["&&"] = 6, ["|"] = 7, ["^"] = 8, ["&"] = 9, ["=="] = 10, ["!="] = 10, ["==="] = 10, ["!=="] = 10,
        ["<"] = Relational, [">"] = Relational, ["<="] = Relational, [">="] = Relational, ["in"] = Relational, ["instanceof"] = Relational,
        ["<<"] = 12, [">>"] = 12, [">>>"] = 12, ["+"] = 13, ["-"] = 13, ["*"] = 14, ["/"] = 14, ["%"] = 14, ["**"] = Power,
    };

    /// <summary>Whether <paramref name="expression"/> in the place of <paramref name="use"/> must be put in parentheses.</summary>
    public static bool NeedsParentheses(TsNode expression, TsNode use)
    {
        var parent = use.Parent;
        if (Of(expression) < Needed(use, parent) || StartsWrongly(expression, use)) return true;
        return parent.Kind switch
        {
            K.BinaryExpression => Mixes(expression, parent),
            K.UnaryExpression => expression.Kind is K.UnaryExpression or K.UpdateExpression or K.Number && parent.Get(F.Operator).Text is "-" or "+",
            K.MemberExpression or K.SubscriptExpression or K.CallExpression or K.NonNullExpression when use.Field is F.Object or F.Function || parent.Kind == K.NonNullExpression =>
                expression.Kind is K.Number || expression.Kind.IsFunctionExpression() || IsOptionalChain(expression),
            K.NewExpression when use.Field == F.Constructor => expression.Subtree.Any(n => n.Kind == K.CallExpression),
            _ => false,
        };
    }

    public static bool IsOptionalChain(TsNode node)
    {
        while (node.Kind is K.MemberExpression or K.SubscriptExpression or K.CallExpression or K.NonNullExpression)
        {
            if (node.Children.Any(c => c.Text == "?.")) return true;
            node = node.Get(F.Object) is { Exists: true } owner ? owner : node.Get(F.Function) is { Exists: true } function ? function : node.FirstNamed;
        }

        return false;
    }

    private static int Of(TsNode node) => node.Kind switch
    {
        K.SequenceExpression => Comma,
        K.AssignmentExpression or K.AugmentedAssignmentExpression or K.ArrowFunction or K.YieldExpression => Assignment,
        K.TernaryExpression => Ternary,
        K.BinaryExpression => Binary.GetValueOrDefault(node.Get(F.Operator).Text, Relational),
        K.AsExpression or K.SatisfiesExpression => Relational,
        K.UnaryExpression or K.AwaitExpression or K.TypeAssertion => Unary,
        K.UpdateExpression => Unary + 1,
        K.NewExpression when node.Get(F.Arguments).IsNone => Unary + 1,
        K.MemberExpression or K.SubscriptExpression or K.CallExpression or K.NewExpression or K.NonNullExpression or K.InstantiationExpression => Member,
        _ => Primary,
    };

    private static int Needed(TsNode use, TsNode parent) => parent.Kind switch
    {
        K.Arguments or K.Array or K.VariableDeclarator or K.Pair or K.SpreadElement or K.YieldExpression or K.PublicFieldDefinition or K.AssignmentPattern or K.ObjectAssignmentPattern or K.ComputedPropertyName
            or K.ExportStatement or K.RequiredParameter or K.OptionalParameter or K.ForInStatement or K.AssignmentExpression or K.AugmentedAssignmentExpression or K.EnumAssignment or K.SequenceExpression
            or K.ShorthandPropertyIdentifier or K.Object => Assignment,
        K.ArrowFunction => Assignment,
        K.TernaryExpression => use.Field == F.Condition ? Ternary + 1 : Assignment,
        K.BinaryExpression => InBinary(use, parent),
        K.AsExpression or K.SatisfiesExpression => Relational,
        K.UnaryExpression or K.AwaitExpression or K.TypeAssertion => Unary,
        K.UpdateExpression => Member,
        K.MemberExpression or K.CallExpression or K.NonNullExpression or K.InstantiationExpression => use.Field is F.Object or F.Function || parent.Kind is K.NonNullExpression or K.InstantiationExpression ? Member : Comma,
        K.SubscriptExpression => use.Field == F.Object ? Member : Comma,
        K.NewExpression => Member,
        K.ExtendsClause or K.ClassHeritage or K.Decorator => Member,
        _ => Comma,
    };

    private static int InBinary(TsNode use, TsNode parent)
    {
        var @operator = parent.Get(F.Operator).Text;
        var level = Binary.GetValueOrDefault(@operator, Relational);
        if (@operator == "**") return use.Field == F.Left ? Unary + 1 : Power;
        return use.Field == F.Left || @operator is "&&" or "||" ? level : level + 1;
    }

    /// <summary><c>??</c> may not stand beside <c>||</c> or <c>&amp;&amp;</c>.</summary>
    private static bool Mixes(TsNode expression, TsNode parent)
    {
        if (expression.Kind != K.BinaryExpression) return false;
        var (inner, outer) = (expression.Get(F.Operator).Text, parent.Get(F.Operator).Text);
        return (inner == "??" && outer is "||" or "&&") || (outer == "??" && inner is "||" or "&&");
    }

    /// <summary>A statement, an arrow's body or a default export that would begin with a brace, <c>function</c> or <c>class</c>.</summary>
    private static bool StartsWrongly(TsNode expression, TsNode use)
    {
        var first = expression;
        while (first.FirstNamed is { Exists: true } inner && inner.Start == first.Start) first = inner;
        if (first.Kind is not (K.Object or K.FunctionExpression or K.GeneratorFunction or K.Class)) return false;
        for (var at = use; at.Exists && at.Start == use.Start; at = at.Parent)
        {
            if (at.Parent.Kind is K.ExpressionStatement or K.ExportStatement || (at.Parent.Kind == K.ArrowFunction && at.Field == F.Body)) return at.Parent.Kind != K.ArrowFunction || first.Kind == K.Object;
        }

        return false;
    }
}
