using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>Whether an expression must stand in parentheses in the place of another. Where it is not sure, it must.</summary>
internal static class Grouping
{
    private static readonly SyntaxKind[][] Levels =
    [
        [SyntaxKind.LogicalOrExpression], [SyntaxKind.LogicalAndExpression], [SyntaxKind.BitwiseOrExpression], [SyntaxKind.ExclusiveOrExpression], [SyntaxKind.BitwiseAndExpression],
        [SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression], [SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression], [SyntaxKind.AddExpression, SyntaxKind.SubtractExpression],
        [SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression],
    ];

    public static bool NeedsParentheses(ExpressionSyntax place, ExpressionSyntax value) => !IsPrimary(value) && place.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ExpressionStatementSyntax or ParenthesizedExpressionSyntax => false,
        AssignmentExpressionSyntax assignment => assignment.Right != place,
        InterpolationSyntax => value is ConditionalExpressionSyntax,
        BinaryExpressionSyntax outer when LevelOf(outer) is var above and >= 0 && LevelOf(value) is var own and >= 0 => own < above || (own == above && outer.Left != place),
        _ => true,
    };

    public static bool IsPrimary(ExpressionSyntax expression) => expression is SimpleNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax or InterpolatedStringExpressionSyntax or TupleExpressionSyntax or DefaultExpressionSyntax;

    private static int LevelOf(ExpressionSyntax expression) => Array.FindIndex(Levels, l => l.Contains(expression.Kind()));
}
