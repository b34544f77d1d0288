using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>Puts the value of a constant of a type where it is read, in every file.</summary>
internal sealed class InlineConstant(CSharpScene scene, IFieldSymbol field, CancellationToken ct)
{
    public Proposal Propose(InlineAsk ask)
    {
        if (field.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(ct) is not VariableDeclaratorSyntax { Initializer.Value: var value } declarator || scene.Program.DocumentOf(reference.SyntaxTree) is not { } document)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{field.Name}' is an enum member or is declared several times.");
        var home = scene.SourceOf(document.Path);
        var verdicts = scene.Shared.UsesOf(scene.Shared.Symbol(ask, ct), ask, ct);
        var uses = verdicts.Changed.Where(u => !u.IsDeclaration).ToList();
        if (uses.Count == 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{field.Name}' is not used; safe-delete removes it.");
        var asked = uses.Find(u => u.Path == ask.Path && u.Start <= ask.Offset && ask.Offset <= u.Start + u.Length);
        var edits = (asked is null ? uses : [asked]).GroupBy(u => u.Path).SelectMany(f => Edits(home, value, scene.SourceOf(f.Key), f)).ToList();
        if (asked is null || uses.Count == 1) edits.AddRange(DeclarationRemoval.Edits(home, [declarator]));
        return new Proposal($"Inline constant {field.Name}", edits, scene.Shared.LedgerOf(field.Name, verdicts, ct));
    }

    private IEnumerable<ProposedEdit> Edits(CSharpSource home, ExpressionSyntax value, CSharpSource source, IEnumerable<NameUse> uses)
    {
        var expressions = uses.Select(u => Whole(source, u)).ToList();
        if (expressions.Find(InlinedValue.IsNamed) is { } named) throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"The name '{field.Name}' itself is used.", [(source, named.SpanStart, "use")]);
        return new InlinedValue(scene, home, value, field.Type, ct).Edits(source, expressions);
    }

    private ExpressionSyntax Whole(CSharpSource source, NameUse use) => source.TokenAt(use.Start).Parent switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access,
        IdentifierNameSyntax name when name.FirstAncestorOrSelf<CrefSyntax>() is null => name,
        _ => throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{SymbolFacts.NameOf(field)}' is used where no value can stand.", use, "use"),
    };
}
