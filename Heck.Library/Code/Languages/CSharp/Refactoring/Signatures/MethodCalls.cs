using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>Finds what follows the signature of a method: what must agree with it, and its calls.</summary>
internal sealed class MethodCalls(CSharpScene scene, IMethodSymbol method, ChangeSignatureAsk ask, CancellationToken ct)
{
    private readonly List<(CSharpSource, SyntaxNode)> _declarations = [];
    private readonly List<(CSharpSource, SyntaxNode, ArgumentListSyntax)> _calls = [];
    private readonly List<(CSharpSource, CrefParameterListSyntax)> _crefs = [];

    public CallPlaces Find()
    {
        var verdicts = scene.Shared.UsesOf(scene.Shared.Symbol(ask, ct), ask, ct);
        foreach (var use in verdicts.Changed) Sort(use);
        var asked = method.Locations.FirstOrDefault(l => l.IsInSource);
        var declarations = _declarations.OrderByDescending(d => d.Item2.SyntaxTree == asked?.SourceTree && d.Item2.Span.Contains(asked.SourceSpan)).ToList();
        if (declarations.Count == 0 || declarations.Exists(d => ChangeSignature.Parameters(d.Item2).Parameters.Count != method.Parameters.Length)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The declarations that must agree have other parameters.");
        return new CallPlaces(declarations, _calls, _crefs, [.. verdicts.Changed.Select(u => u.Path).Distinct()], scene.Shared.LedgerOf(method.Name, verdicts, ct));
    }

    private void Sort(NameUse use)
    {
        var source = scene.SourceOf(use.Path);
        var token = source.TokenAt(use.Start);
        if (!token.IsKind(SyntaxKind.IdentifierToken)) throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, "A use stands in code that is disabled here.", use, "disabled");
        if (token.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax) _declarations.Add((source, token.Parent));
        else if (token.Parent is SimpleNameSyntax name) SortUse(source, name, use);
        else throw scene.Refuse(ErrorTable.RefactorUnsupported, "A use is of a kind that cannot follow.", use, "use");
    }

    private void SortUse(CSharpSource source, SimpleNameSyntax name, NameUse use)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole && !Expressions.IsInExpressionTree(call, source.Model, ct)) _calls.Add((source, call, call.ArgumentList));
        else if (name.FirstAncestorOrSelf<CrefSyntax>() is { } cref)
        {
            if (cref.DescendantNodesAndSelf().OfType<NameMemberCrefSyntax>().FirstOrDefault(n => n.Name == name)?.Parameters is { } list) _crefs.Add((source, list));
        }
        else if (!name.Ancestors().OfType<InvocationExpressionSyntax>().Any(i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }))
            throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{method.Name}' is used without being called, as a delegate or in an expression tree.", use, "use");
    }
}
