using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>What stands in the place of extracted code.</summary>
internal sealed class ExtractedCall(CSharpScene scene, Selection selection, ExtractedFlow flow, ExtractedSignature signature, string name, CancellationToken ct)
{
    public CodeText Code()
    {
        if (selection.Expression is { } expression) return Awaited(expression).Append(Call()).Write(After(expression));
        if (flow.Returns) return Returned();
        return Received().Write(signature.IsAsync ? "await " : "").Append(Call()).Write(Configured() + ";");
    }

    private CodeText Call()
    {
        var code = CodeText.Of(name);
        if (signature.TypeParameters() is { } types) code.Write($"<{string.Join(", ", types.Parameters.Select(p => p.Identifier.Text))}>");
        code.Write("(");
        foreach (var input in flow.Inputs) code.Write(input.Equals(flow.Inputs[0], SymbolEqualityComparer.Default) ? "" : ", ").Use(ExtractedSignature.Written(input), scene.Bound(input));
        return code.Write(")");
    }

    /// <summary>An await that does not return to its context stays one.</summary>
    private string Configured() => signature.IsAsync && flow.Awaits.All(a => a is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } call } && call.ArgumentList.Arguments is [{ Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression }])
        ? ".ConfigureAwait(false)" : "";

    private CodeText Awaited(ExpressionSyntax expression) => CodeText.Of(!signature.IsAsync ? "" : NeedsParentheses(expression) ? "(await " : "await ");

    private string After(ExpressionSyntax expression) => Configured() + (signature.IsAsync && NeedsParentheses(expression) ? ")" : "");

    private static bool NeedsParentheses(ExpressionSyntax expression) => expression.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax;

    private CodeText Returned()
    {
        var call = CodeText.Of(signature.IsAsync ? "await " : "").Append(Call()).Write(Configured() + ";");
        if (signature.Result is not null) return CodeText.Of("return ").Append(call);
        return IsLastOfFunction() ? call : call.Write($"\n{scene.Source.IndentAt(selection.Span.Start)}return;");
    }

    private bool IsLastOfFunction() => Selection.Siblings(selection.Statements[^1]).Last() == selection.Statements[^1] && selection.Statements[^1].Parent?.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax;

    /// <summary>What takes the values that come out.</summary>
    private CodeText Received()
    {
        if (flow.Outputs.Count == 0) return new CodeText();
        if (flow.Outputs is [var only]) return (flow.IsOutside(only) ? new CodeText().Use(ExtractedSignature.Written(only), scene.Bound(only)) : CodeText.Of(DeclaredType(only) + " ").Declare(ExtractedSignature.Written(only), scene.Bound(only))).Write(" = ");
        var inside = flow.Outputs.Count(o => !flow.IsOutside(o));
        if (inside > 0 && inside < flow.Outputs.Count && scene.Source.Unit.Parsing.LanguageVersion < LanguageVersion.CSharp10) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Some values that come out are new and some are not; this version of C# cannot take both at once.");
        var isNew = inside == flow.Outputs.Count;
        var code = CodeText.Of(isNew ? "var (" : "(");
        foreach (var output in flow.Outputs)
        {
            code.Write(output.Equals(flow.Outputs[0], SymbolEqualityComparer.Default) ? "" : ", ").Write(isNew || flow.IsOutside(output) ? "" : "var ");
            if (flow.IsOutside(output)) code.Use(ExtractedSignature.Written(output), scene.Bound(output));
            else code.Declare(ExtractedSignature.Written(output), scene.Bound(output));
        }

        return code.Write(") = ");
    }

    /// <summary>As it was declared.</summary>
    private string DeclaredType(ISymbol symbol) => symbol.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(ct) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } ? type.ToString() : "var";
}
