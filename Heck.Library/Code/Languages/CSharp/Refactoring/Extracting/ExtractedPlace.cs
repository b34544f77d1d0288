using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Where an expression cannot be exchanged for a name.</summary>
internal static class ExtractedPlace
{
    public static void RefuseWritten(CSharpScene scene, ExpressionSyntax expression, CancellationToken ct)
    {
        if (Writes.IsWritten(expression) || Writes.IsChangedInPlace(expression, scene.Source.Model, ct)) throw scene.Refuse(ErrorTable.RefactorReassigned, "The expression is a place that is written to.", expression, "written");
        if (Expressions.IsInExpressionTree(expression, scene.Source.Model, ct)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The expression is part of an expression tree, which shows how it is written.", expression, "in the way");
        if (expression.Ancestors().OfType<InvocationExpressionSyntax>().Any(i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" })) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "In nameof only a name can stand.");
        if (expression.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The member of the anonymous type has its name from the expression.", expression, "named by it");
    }
}
