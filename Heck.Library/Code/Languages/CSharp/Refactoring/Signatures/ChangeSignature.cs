using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>Adds, removes and reorders parameters of a method, a local function or a constructor, of all that override or implement it, and the arguments of every call.</summary>
internal sealed class ChangeSignature : IRefactoring<ChangeSignatureAsk>
{
    public Proposal Propose(ChangeSignatureAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Offset);
        if (scene.Symbol(ct) is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation } found)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, "Only methods, local functions and constructors have a signature to change.");
        var method = (found.ReducedFrom ?? found).OriginalDefinition;
        var places = method.MethodKind == MethodKind.Constructor ? new ConstructorCalls(scene, method, ct).Find() : new MethodCalls(scene, method, ask, ct).Find();
        var plan = new SignaturePlan(scene, method, ask, places.Declarations[0].Node);
        foreach (var (source, node) in places.Declarations) RefuseUses(scene, source, node, plan, ct);
        var calls = new CallRewriter(scene, plan, ct);
        var rewrites = places.Declarations.Select(d => Declared(scene, d.Source, d.Node, plan))
            .Concat(places.Calls.Select(c => calls.Rewrite(c.Source, c.Node, c.List))).Concat(places.Crefs.Select(c => Documented(scene, c.Source, c.List, plan))).Where(r => r.ChangesSomething).ToList();
        var docs = places.Declarations.SelectMany(d => ParameterDocs.Edits(d.Source, d.Node, plan, [.. Parameters(d.Node).Parameters.Select(p => p.Identifier.ValueText)]));
        var edits = rewrites.GroupBy(r => r.Source).SelectMany(f => ListRewrite.Edits(f.Key, [.. f])).Concat(docs).ToList();
        if (edits.Count == 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Nothing would change.");
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        return new Proposal($"Change signature of {(isConstructor ? method.ContainingType.Name : method.Name)}", edits, places.Ledger) { NewNames = isConstructor ? [] : [method.Name], Concerned = places.Concerned };
    }

    /// <summary>The ask that takes a parameter away.</summary>
    public static ChangeSignatureAsk Removal(SafeDeleteAsk ask, CSharpScene scene, ISymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } method || method.Locations.FirstOrDefault(l => l.IsInSource) is not { } location
            || scene.Program.DocumentOf(location.SourceTree!) is not { } document || parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is TypeDeclarationSyntax)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{parameter.Name}' is no parameter of a method.");
        return new ChangeSignatureAsk(document.Path, document.OffsetOf(location.SourceSpan.Start), [], [parameter.Name], []) { AcceptUnknown = ask.AcceptUnknown };
    }

    public static ParameterListSyntax Parameters(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList,
        LocalFunctionStatementSyntax local => local.ParameterList,
        _ => throw ErrorTable.RefactorUnsupported.With("The parameters are those of a type or a delegate."),
    };

    private static ListRewrite Declared(CSharpScene scene, CSharpSource source, SyntaxNode node, SignaturePlan plan)
    {
        var list = Parameters(node);
        var rewrite = new ListRewrite(source, list.OpenParenToken, list.CloseParenToken, [.. list.Parameters], [.. plan.Slots.Select(s => s.Added is { } added ? (added.Written, (SyntaxNode?)null) : ("", list.Parameters[s.Ordinal]))]);
        if (rewrite.ChangesSomething) rewrite.RefuseComments(scene);
        return rewrite;
    }

    private static ListRewrite Documented(CSharpScene scene, CSharpSource source, CrefParameterListSyntax list, SignaturePlan plan)
    {
        var rewrite = new ListRewrite(source, list.OpenParenToken, list.CloseParenToken, [.. list.Parameters], [.. plan.Slots.Select(s => s.Added is { } added ? (added.Type.Replace('<', '{').Replace('>', '}'), (SyntaxNode?)null) : ("", list.Parameters[s.Ordinal]))]);
        rewrite.RefuseComments(scene);
        return rewrite;
    }

    /// <summary>A parameter that goes must not be used, in any of the bodies.</summary>
    private static void RefuseUses(CSharpScene scene, CSharpSource source, SyntaxNode node, SignaturePlan plan, CancellationToken ct)
    {
        var list = Parameters(node).Parameters;
        foreach (var parameter in plan.Removed.Select(o => list[o]))
        {
            var symbol = source.Model.GetDeclaredSymbol(parameter, ct);
            var uses = node.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == parameter.Identifier.ValueText && !IsItsOwnDocumentation(n)
                && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(n, ct).Symbol, symbol)).ToList();
            if (uses.Count > 0) throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{parameter.Identifier}' is used.", uses.Select(u => (source, u.SpanStart, "use")));
        }
    }

    private static bool IsItsOwnDocumentation(IdentifierNameSyntax name) => name.Parent is XmlNameAttributeSyntax { Parent: XmlElementStartTagSyntax { Name.LocalName.ValueText: "param" } };
}
