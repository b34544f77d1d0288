using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>How tightly expressions bind, and so where one needs parentheses.</summary>
internal static class Precedence
{
    public const int Atom = 16;

    private const int Bracketed = 0;
    private const int Lambda = 1;
    private const int Conditional = 2;
    private const int Or = 3;
    private const int Not = 5;
    private const int Comparison = 6;
    private const int BitOr = 7;
    private const int Power = 14;
    private const int Unary = 13;
    private const int Await = 15;

    private static readonly Dictionary<string, int> Operators = new()
    {
        ["or"] = Or, ["and"] = 4, ["|"] = BitOr, ["^"] = 8, ["&"] = 9, ["<<"] = 10, [">>"] = 10, ["+"] = 11, ["-"] = 11, ["*"] = 12, ["/"] = 12, ["//"] = 12, ["%"] = 12, ["@"] = 12, ["**"] = Power,
    };

    /// <summary>How tightly an expression binds its parts; tuples without parentheses, walruses and yields not at all.</summary>
    public static int Of(PythonNode value)
    {
        if (value.Is(Kinds.ExpressionList) || value.Is(Kinds.NamedExpression) || value.Is(Kinds.Yield) || value.Is(Kinds.ListSplat)) return -1;
        if (value.Is(Kinds.Lambda)) return Lambda;
        if (value.Is(Kinds.ConditionalExpression)) return Conditional;
        if (value.Is(Kinds.BooleanOperator) || value.Is(Kinds.BinaryOperator)) return Operators.GetValueOrDefault(value.Child(Fields.Operator)?.Text ?? OperatorOf(value), Or);
        if (value.Is(Kinds.NotOperator)) return Not;
        if (value.Is(Kinds.ComparisonOperator)) return Comparison;
        if (value.Is(Kinds.UnaryOperator)) return Unary;
        return value.Is(Kinds.Await) || value.Is(Kinds.ConcatenatedString) ? Await : Atom;
    }

    /// <summary>Whether a value needs parentheses where another expression stands now.</summary>
    public static bool NeedsParentheses(PythonNode value, PythonNode place) => Needs(Of(value), value, place);

    /// <summary>Whether an expression of some tightness does.</summary>
    public static bool Needs(int tightness, PythonNode? value, PythonNode place)
    {
        var parent = place.Parent!.Value;
        if (tightness < 0) return !TakesAnything(place, parent, value);
        return tightness < Demanded(place, parent, value);
    }

    private static int Demanded(PythonNode place, PythonNode parent, PythonNode? value)
    {
        if (parent.Is(Kinds.BooleanOperator) || parent.Is(Kinds.BinaryOperator)) return OfOperand(place, parent);
        if (parent.Is(Kinds.ComparisonOperator)) return Comparison + 1;
        if (parent.Is(Kinds.NotOperator)) return Not;
        if (parent.Is(Kinds.UnaryOperator)) return Unary;
        if (parent.Is(Kinds.Await)) return Atom;
        if (parent.Is(Kinds.Attribute)) return value is { } number && (number.Is(Kinds.Integer) || number.Is(Kinds.Float)) ? Atom + 1 : Atom;
        if (parent.Is(Kinds.Call) && place.Field == Fields.Function || parent.Is(Kinds.Subscript) && place.Field == Fields.Value) return Atom;
        if (parent.Is(Kinds.ConditionalExpression)) return parent.Children.Last() == place ? Lambda : Or;
        if (parent.Is(Kinds.ListSplat) || parent.Is(Kinds.DictionarySplat)) return BitOr;
        if (parent.Is(Kinds.IfClause) || parent.Is(Kinds.ForInClause)) return Or;
        if (parent.Is(Kinds.Interpolation)) return value is { } hole && (hole.Is(Kinds.Dictionary) || hole.Is(Kinds.Set) || hole.Is(Kinds.DictionaryComprehension) || hole.Is(Kinds.SetComprehension)) ? Atom + 1 : Conditional + 1;
        return parent.Is(Kinds.ConcatenatedString) ? Atom + 1 : Bracketed;
    }

    private static int OfOperand(PythonNode place, PythonNode parent)
    {
        var own = Of(parent);
        var isLeft = place.Field == Fields.Left;
        if (own == Power) return isLeft ? Power + 1 : Unary;
        return isLeft ? own : own + 1;
    }

    private static bool TakesAnything(PythonNode place, PythonNode parent, PythonNode? value)
    {
        if (parent.Is(Kinds.ParenthesizedExpression)) return true;
        var isTuple = value is { } tuple && tuple.Is(Kinds.ExpressionList);
        return isTuple && (place.Field == Fields.Right && (parent.Is(Kinds.Assignment) || parent.Is(Kinds.ForStatement)) || parent.Is(Kinds.ReturnStatement));
    }

    private static string OperatorOf(PythonNode value)
    {
        var (left, right) = (value.Child(Fields.Left), value.Child(Fields.Right));
        return left is null || right is null ? "" : System.Text.Encoding.UTF8.GetString(value.File.Text.Utf8.Span[left.Value.End..right.Value.Start]).Trim();
    }
}
