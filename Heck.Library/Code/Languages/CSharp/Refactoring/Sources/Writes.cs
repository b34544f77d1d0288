using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>How an expression is used beyond being read.</summary>
internal static class Writes
{
    /// <summary>Whether it is assigned, passed by reference, or its address taken.</summary>
    public static bool IsWritten(ExpressionSyntax expression)
    {
        ExpressionSyntax whole = expression;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }) whole = (ExpressionSyntax)whole.Parent;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple) || tuple.Parent is ForEachVariableStatementSyntax,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword,
            RefExpressionSyntax => true,
            MakeRefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether a part of a value is changed in place: a field of a struct assigned, or a method called that may change it. What is read from elsewhere would be a copy.</summary>
    public static bool IsChangedInPlace(ExpressionSyntax expression, SemanticModel model, CancellationToken ct)
    {
        if (model.GetTypeInfo(expression, ct).Type is not { IsValueType: true } type) return false;
        ExpressionSyntax whole = expression;
        while (whole.Parent is ParenthesizedExpressionSyntax) whole = (ExpressionSyntax)whole.Parent;
        if (whole.Parent is ElementAccessExpressionSyntax element && element.Expression == whole) return IsWritten(element) || IsChangedInPlace(element, model, ct);
        if (whole.Parent is not MemberAccessExpressionSyntax access || access.Expression != whole) return false;
        return model.GetSymbolInfo(access, ct).Symbol switch
        {
            IMethodSymbol { IsExtensionMethod: true } method => method.ReducedFrom?.Parameters[0].RefKind == RefKind.Ref,
            IMethodSymbol method => !method.IsReadOnly && !type.IsReadOnly && type.SpecialType == SpecialType.None && type.TypeKind != TypeKind.Enum && method.Locations.Any(l => l.IsInSource) | !IsHarmless(method),
            _ => IsWritten(access) || IsChangedInPlace(access, model, ct),
        };
    }

    private static bool IsHarmless(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_Object || method.ContainingType.IsReadOnly || method.Name is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "GetValueOrDefault";
}
