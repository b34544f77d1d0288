using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>Puts what a method or local function gives where it is called. Its body is one expression.</summary>
internal sealed class InlineMethod(CSharpScene scene, IMethodSymbol method, CancellationToken ct)
{
    public Proposal Propose(InlineAsk ask)
    {
        var (home, declaration) = Declaration();
        var body = Body(home, declaration);
        var bound = scene.Shared.Symbol(ask, ct);
        if (scene.Shared.Binder.SetOf(bound, ct) is { Refusal: null, Symbols: var family } && family.Where(s => s != bound).ToList() is [_, ..] others)
            throw scene.Refuse(ErrorTable.RefactorBreaksInterface, $"'{method.Name}' overrides or implements a member, or is overridden.", others.Select(o => new NameUse(o.Path, o.Offset, 0, o)), "must agree");
        var verdicts = scene.Shared.UsesOf(bound, ask, ct);
        var uses = verdicts.Changed.Where(u => !u.IsDeclaration).ToList();
        if (uses.Count == 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{method.Name}' is not called; safe-delete removes it.");
        if (uses.Find(u => u.Path == home.Path && declaration.Span.Contains(home.PositionOf(u.Start))) is { } own) throw scene.Refuse(ErrorTable.RefactorRecursive, $"'{method.Name}' uses itself.", own, "use");
        var asked = uses.Find(u => u.Path == ask.Path && u.Start <= ask.Offset && ask.Offset <= u.Start + u.Length);
        var replaced = asked is null ? uses : [asked];
        var calls = replaced.ConvertAll(u => Call(scene.SourceOf(u.Path), u));
        if (calls.Find(c => calls.Exists(o => o.Call != c.Call && o.Source == c.Source && o.Call.Span.Contains(c.Call.Span))) is { Call: { } nested, Source: { } at }) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A call stands in an argument of another.", [(at, nested.SpanStart, "use")]);
        var edits = calls.ConvertAll(c => CSharpScene.Edit(c.Source, c.Call.Span, new InlinedCall(scene, home, method, body, c.Source, c.Call, ct).Code()));
        if (replaced.Count == uses.Count) edits.AddRange(DeclarationRemoval.Edits(home, [declaration]));
        return new Proposal($"Inline method {method.Name}", edits, scene.Shared.LedgerOf(method.Name, verdicts, ct));
    }

    private (CSharpSource, SyntaxNode) Declaration()
    {
        if (method.IsAbstract || method.IsVirtual || method.IsOverride || method.IsExtern || method.IsAsync || method.IsGenericMethod || method.RefKind != RefKind.None || method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null || method.ExplicitInterfaceImplementations.Length > 0
            || method.Parameters.Any(p => p.RefKind != RefKind.None || p.IsParams))
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{method.Name}' is virtual, generic, async, partial, or takes references or any number of values.");
        return method.DeclaringSyntaxReferences is [var reference] && scene.Program.DocumentOf(reference.SyntaxTree) is { } document
            ? (scene.SourceOf(document.Path), reference.GetSyntax(ct)) : throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{method.Name}' is declared several times.");
    }

    private ExpressionSyntax Body(CSharpSource home, SyntaxNode declaration)
    {
        var (block, arrow) = declaration switch
        {
            MethodDeclarationSyntax m => (m.Body, m.ExpressionBody),
            LocalFunctionStatementSyntax f => (f.Body, f.ExpressionBody),
            _ => (null, null),
        };
        var body = arrow?.Expression ?? block?.Statements switch
        {
            [ReturnStatementSyntax { Expression: { } value }] => value,
            [ExpressionStatementSyntax { Expression: var act }] => act,
            _ => null,
        };
        if (body is null or ThrowExpressionSyntax or RefExpressionSyntax) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The body of '{method.Name}' is not one expression.", [(home, declaration.SpanStart, "declared")]);
        if (body.DescendantNodesAndSelf().FirstOrDefault(n => n is SingleVariableDesignationSyntax or BaseExpressionSyntax or StackAllocArrayCreationExpressionSyntax) is { } inner) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The body declares a variable or uses its base.", [(home, inner.SpanStart, "in the way")]);
        if (CallerNames.FirstIn(body.DescendantNodesAndSelf(), home.Model, ct) is { } told) throw scene.Refuse(ErrorTable.RefactorSideEffects, "A call in the body is told the name of the member that it stands in.", [(home, told.SpanStart, "effect")]);
        if (Directives.FirstIn(home, declaration.Span) is { } directive) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A directive goes through the method.", [(home, directive.SpanStart, "in the way")]);
        return body;
    }

    private (CSharpSource Source, InvocationExpressionSyntax Call) Call(CSharpSource source, NameUse use)
    {
        var name = source.TokenAt(use.Start).Parent as SimpleNameSyntax;
        ExpressionSyntax? whole = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (whole?.Parent is InvocationExpressionSyntax call && call.Expression == whole && !Expressions.IsInExpressionTree(call, source.Model, ct)) return (source, call);
        throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{method.Name}' is used otherwise than by a plain call.", use, "use");
    }
}
