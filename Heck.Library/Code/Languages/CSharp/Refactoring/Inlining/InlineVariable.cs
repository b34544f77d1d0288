using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>Puts the value of a local variable where it is read.</summary>
internal sealed class InlineVariable(CSharpScene scene, ILocalSymbol variable, CancellationToken ct)
{
    private CSharpSource Source => scene.Source;

    public Proposal Propose(InlineAsk ask)
    {
        var declarator = Declarator();
        var value = declarator.Initializer!.Value;
        var scope = (SyntaxNode?)declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) ?? Source.Root;
        var uses = scene.UsesInFile(variable, scope, ct).ToList();
        RefuseUses(uses);
        var asked = uses.Find(u => u.Span.Contains(Source.PositionOf(ask.Offset)) || u.Span.End == Source.PositionOf(ask.Offset));
        var replaced = asked is null ? uses : [asked];
        var goes = replaced.Count == uses.Count;
        new MovedValue(scene, declarator, value, scope, ct).RefuseUnlessSame(replaced, isOnly: goes && uses.Count == 1);
        var placed = new InlinedValue(scene, Source, value, variable.Type, ct);
        var edits = placed.Edits(Source, replaced).ToList();
        if (goes) edits.Add(CSharpScene.Delete(Source, Removal.OfCode(Source, declarator)));
        return new Proposal($"Inline variable {variable.Name}", edits, scene.Shared.LedgerOf(replaced.Select(r => (Source.Path, Source.OffsetOf(r.SpanStart)))));
    }

    private VariableDeclaratorSyntax Declarator()
    {
        if (variable.DeclaringSyntaxReferences is not [var reference, ..] || reference.GetSyntax(ct) is not VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' gets its value from a larger statement.");
        if (declarator.Initializer is null) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' has no value where it is declared.", declarator, "declared");
        if (statement.UsingKeyword.RawKind != 0) throw scene.Refuse(ErrorTable.RefactorSideEffects, $"'{variable.Name}' is disposed of at the end of its block.", declarator, "declared");
        if (variable.IsRef || variable.Type.IsRefLikeType || variable.Type.TypeKind is TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer || declarator.Initializer.Value is RefExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or InitializerExpressionSyntax)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' is a reference, a view of memory, or dynamic.", declarator, "declared");
        if (Directives.FirstIn(Source, statement.FullSpan) is { } directive && directive.SpanStart > statement.SpanStart) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A directive goes through the declaration.", directive, "in the way");
        return declarator;
    }

    private void RefuseUses(List<IdentifierNameSyntax> uses)
    {
        if (uses.Count == 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' is not used; safe-delete removes it.");
        var written = uses.Where(Writes.IsWritten).ToList();
        if (written.Count > 0) throw scene.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}' is assigned again.", written.Select(w => (Source, w.SpanStart, "assigned")));
        var changed = uses.Where(u => Writes.IsChangedInPlace(u, Source.Model, ct)).ToList();
        if (changed.Count > 0) throw scene.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}' may be changed in place.", changed.Select(w => (Source, w.SpanStart, "changed")));
        if (uses.Find(u => InlinedValue.IsNamed(u)) is { } named) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The name '{variable.Name}' itself is used.", named, "use");
    }
}
