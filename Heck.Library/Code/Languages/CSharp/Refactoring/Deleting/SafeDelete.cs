using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Signatures;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Deleting;

/// <summary>Deletes a declaration that nothing uses, all parts of it, and the file of which nothing is left.</summary>
internal sealed class SafeDelete : IRefactoring<SafeDeleteAsk>
{
    public Proposal Propose(SafeDeleteAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Offset);
        var symbol = SymbolFacts.Canonical(scene.Symbol(ct));
        if (symbol is IParameterSymbol) return new ChangeSignature().Propose(ChangeSignature.Removal(ask, scene, symbol), shared, ct);
        var guard = new DeletionGuard(scene, symbol, ask.AcceptUnknown, ct);
        guard.RefuseKind(ask.Offset);
        var bound = shared.Symbol(ask, ct);
        if (shared.Binder.SetOf(bound, ct) is { Refusal: null, Symbols: var family } && family.Where(s => s != bound).ToList() is [var first, ..] others)
            throw scene.Refuse(ErrorTable.RefactorBreaksInterface, $"'{symbol.Name}' must agree with the member of {first.Path}.", others.Select(o => new NameUse(o.Path, o.Offset, 0, o)), "must agree");
        var verdicts = shared.UsesOf(bound, ask, ct);
        var declarations = Declarations(scene, symbol);
        guard.RefuseUses(verdicts, declarations);
        guard.RefuseHiddenUses(declarations);
        return Delete(scene, symbol, declarations, shared.LedgerOf(bound.Name, verdicts, ct));
    }

    private static List<(CSharpSource Source, SyntaxNode Node)> Declarations(CSharpScene scene, ISymbol symbol)
    {
        var found = new List<(CSharpSource, SyntaxNode)>();
        foreach (var tree in SymbolFacts.LocationsOf(symbol).Where(l => l.IsInSource).Select(l => (Tree: l.SourceTree!, l.SourceSpan)).Distinct())
        {
            if (scene.Program.DocumentOf(tree.Tree) is not { } document) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"A part of '{symbol.Name}' is made by a generator.");
            var source = scene.SourceOf(document.Path);
            var node = source.Root.FindToken(tree.SourceSpan.Start).Parent!;
            found.Add((source, node.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or VariableDeclaratorSyntax or LocalFunctionStatementSyntax)!));
        }

        return found;
    }

    private static Proposal Delete(CSharpScene scene, ISymbol symbol, List<(CSharpSource Source, SyntaxNode Node)> declarations, OccurrenceLedger ledger)
    {
        var edits = new List<ProposedEdit>();
        var deleted = new List<RepoPath>();
        foreach (var file in declarations.GroupBy(d => d.Source, d => d.Node))
        {
            var nodes = file.ToList();
            foreach (var span in DeclarationRemoval.Spans(file.Key, nodes))
            {
                if (Directives.FirstCutBy(file.Key, span) is { } directive) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A directive goes through the declaration.", [(file.Key, directive.SpanStart, "in the way")]);
            }

            if (FileRemains.AreNone(file.Key, nodes) && Directives.FirstIn(file.Key, file.Key.Root.FullSpan) is null && !ProjectItems.Names(scene, file.Key.Path)) deleted.Add(file.Key.Path);
            else edits.AddRange(DeclarationRemoval.Edits(file.Key, nodes));
        }

        return new Proposal($"Delete {SymbolFacts.KindOf(symbol)} {symbol.Name}", edits, ledger) { Deleted = deleted };
    }
}
