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

/// <summary>Statements and expressions of a file by their place.</summary>
internal static class GoSyntax
{
    private static readonly HashSet<K> Expressions =
    [
        K.BinaryExpression, K.CallExpression, K.CompositeLiteral, K.False, K.FloatLiteral, K.FuncLiteral, K.Identifier, K.ImaginaryLiteral, K.IndexExpression, K.IntLiteral, K.InterpretedStringLiteral, K.Iota,
        K.Nil, K.ParenthesizedExpression, K.RawStringLiteral, K.RuneLiteral, K.SelectorExpression, K.SliceExpression, K.True, K.TypeAssertionExpression, K.TypeConversionExpression, K.UnaryExpression,
    ];

    public static bool IsExpression(GoNode node) => Expressions.Contains(node.Kind);

    /// <summary>A range without the blanks at its ends.</summary>
    public static (int Start, int End) Trim(GoFile file, int start, int end)
    {
        var text = file.Text.Utf8.Span;
        while (start < end && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') start++;
        while (end > start && text[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') end--;
        return (start, end);
    }

    /// <summary>The expression that is exactly a range; none otherwise.</summary>
    public static GoNode ExpressionAt(GoFile file, int start, int end)
    {
        (start, end) = Trim(file, start, end);
        for (var node = file.At(file.Tree.Covering(start, end)); node.Exists && node.Start == start && node.End == end; node = node.Parent)
        {
            if (IsExpression(node)) return node;
        }

        return default;
    }

    /// <summary>The statement that holds a node: the nearest ancestor, itself included, in a list of statements.</summary>
    public static GoNode StatementOf(GoNode node)
    {
        while (node.Exists && node.Parent.Kind != K.StatementList) node = node.Parent;
        return node;
    }

    /// <summary>Whether a node lies in a loop that a declaration is outside of: it may be run more often.</summary>
    public static bool IsInLoopSince(GoNode node, GoNode declaration)
    {
        for (var (child, loop) = (node, node.Parent); loop.Exists && !loop.Contains(declaration); (child, loop) = (loop, loop.Parent))
        {
            if (loop.Kind == K.ForStatement && !(child.Kind == K.RangeClause && child.Get(F.Right).Contains(node)) && !(child.Kind == K.ForClause && child.Get(F.Initializer).Contains(node))) return true;
        }

        return false;
    }

    /// <summary>Whether a node is run whenever the statement list around a declaration goes on to it.</summary>
    public static bool IsUnconditionalSince(GoNode node, GoNode declaration)
    {
        for (var (child, at) = (node, node.Parent); at.Exists && !at.Contains(declaration); (child, at) = (at, at.Parent))
        {
            if (at.Kind is K.FuncLiteral or K.SelectStatement or K.ExpressionCase or K.TypeCase or K.DefaultCase or K.CommunicationCase) return false;
            if (at.Kind == K.IfStatement && child.Field is F.Consequence or F.Alternative) return false;
            if (at.Kind == K.ForStatement && child.Field == F.Body) return false;
            if (at.Kind == K.BinaryExpression && child.Field == F.Right && at.Get(F.Operator).Text is "&&" or "||") return false;
        }

        return true;
    }

    /// <summary>How tightly an operator binds, as the specification numbers it.</summary>
    public static int Precedence(string op) => op switch
    {
        "||" => 1,
        "&&" => 2,
        "==" or "!=" or "<" or "<=" or ">" or ">=" => 3,
        "+" or "-" or "|" or "^" => 4,
        _ => 5,
    };

    /// <summary>Whether an expression needs parentheses in the place of another.</summary>
    public static bool NeedsParentheses(GoNode value, GoNode place)
    {
        var parent = place.Parent;
        if (HoldsLiteral(value) && IsInHeader(place)) return true;
        if (value.Kind is not (K.BinaryExpression or K.UnaryExpression or K.FuncLiteral) && !(value.Kind == K.TypeConversionExpression && value.Get(F.Type).Kind == K.PointerType)) return false;
        switch (parent.Kind)
        {
            case K.SelectorExpression or K.TypeAssertionExpression:
            case K.IndexExpression or K.SliceExpression when place.Field == F.Operand:
            case K.CallExpression when place.Field == F.Function:
                return value.Kind != K.FuncLiteral || parent.Kind != K.CallExpression;
            case K.UnaryExpression:
                return value.Kind != K.FuncLiteral;
            case K.BinaryExpression:
                if (value.Kind == K.UnaryExpression) return place.Field == F.Right && parent.Get(F.Operator).Text[0] == value.Text[0];
                if (value.Kind != K.BinaryExpression) return false;
                var (inner, outer) = (Precedence(value.Get(F.Operator).Text), Precedence(parent.Get(F.Operator).Text));
                return inner < outer || (inner == outer && place.Field == F.Right);
            default:
                return false;
        }
    }

    private static bool HoldsLiteral(GoNode value) =>
        (value.Kind == K.CompositeLiteral && value.Get(F.Type).Kind is K.TypeIdentifier or K.QualifiedType or K.GenericType) || (value.Kind is K.UnaryExpression or K.BinaryExpression or K.SelectorExpression && value.Named.Any(HoldsLiteral));

    /// <summary>A brace in the header of a statement would be read as its body.</summary>
    private static bool IsInHeader(GoNode place)
    {
        for (var (child, at) = (place, place.Parent); at.Exists; (child, at) = (at, at.Parent))
        {
            if (at.Kind is K.ParenthesizedExpression or K.ArgumentList or K.LiteralValue or K.Block or K.FuncLiteral || (at.Kind == K.IndexExpression && child.Field == F.Index)) return false;
            if (at.Kind is K.IfStatement or K.ForStatement or K.ExpressionSwitchStatement or K.TypeSwitchStatement) return child.Kind is not K.Block;
        }

        return false;
    }

    /// <summary>Copies an expression; in parentheses where its new place needs them.</summary>
    public static CodeText Copy(GoNode value, GoNode place) =>
        NeedsParentheses(value, place) ? CodeText.Of("(").Copy(value.File.Path, value.Start, value.End).Write(")") : CodeText.From(value.File.Path, value.Start, value.End);

    public static GoNode WithoutParentheses(GoNode node)
    {
        while (node.Kind == K.ParenthesizedExpression) node = node.FirstNamed;
        return node;
    }

    /// <summary>Whether a line that begins at an offset begins inside a raw string.</summary>
    public static Predicate<int> IsInString(GoFile file) => offset => file.At(file.Tree.Covering(offset, offset)) is var node && (Inside(node, offset) || Inside(node.Parent, offset));

    private static bool Inside(GoNode node, int offset) => node.Kind == K.RawStringLiteral && node.Start < offset && offset < node.End;
}
