using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>Questions about expressions.</summary>
internal static class Expressions
{
    public static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken ct) =>
        node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(l => IsExpression(model.GetTypeInfo(l, ct).ConvertedType))
        || node.Ancestors().OfType<QueryExpressionSyntax>().Any(q => IsQueryable(model.GetTypeInfo(q.FromClause.Expression, ct).Type));

    /// <summary>Whether overflow is treated alike at two places.</summary>
    public static bool AreCheckedAlike(SyntaxNode one, SyntaxNode other) => Around(one) == Around(other);

    private static SyntaxNode? Around(SyntaxNode node) => node.Ancestors().FirstOrDefault(a => a is CheckedExpressionSyntax or CheckedStatementSyntax);

    private static bool IsExpression(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Expression" or "LambdaExpression", ContainingNamespace.Name: "Expressions" };

    private static bool IsQueryable(ITypeSymbol? type) => type is not null && type.AllInterfaces.Append(type as INamedTypeSymbol).Any(i => i?.Name == "IQueryable");
}
