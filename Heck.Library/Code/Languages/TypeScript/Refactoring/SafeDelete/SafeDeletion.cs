using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.SafeDelete;

/// <summary>Deletes a declaration that nothing but itself uses and whose evaluation does nothing.</summary>
internal sealed class SafeDeletion : IRefactoring<SafeDeleteAsk>
{
    public Proposal Propose(SafeDeleteAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var (name, symbol) = ts.NameAt(ask);
        var verdicts = ts.UsesOf(symbol, ask, ct);
        var declarations = symbol.Declarations.Select(d => new DeletedDeclaration(ts, d, name)).ToList();
        RefuseUses(ts, name, declarations, verdicts.Changed.Select(u => (ts.NodeAt(u), u.IsDeclaration)).Where(u => u.Item1.Kind != K.Comment).ToList());
        declarations.ForEach(d => d.RefuseEffects());
        var edits = declarations.SelectMany(d => d.Removal().Select(r => (d.File.Path, r))).Distinct().Select(r => ProposedEdit.Delete(r.Path, r.r.Start, r.r.End)).ToList();
        return new Proposal($"Delete {symbol.Kind} {symbol.Name} from {name.File.Path.Name}", edits, scene.LedgerOf(symbol.Name, verdicts, ct));
    }

    private static void RefuseUses(TsScene ts, TsNode name, List<DeletedDeclaration> declarations, List<(TsNode Node, bool IsDeclaration)> uses)
    {
        var outside = uses.Where(u => !declarations.Exists(d => d.Whole.Contains(u.Node))).ToList();
        if (outside.Count == 0) return;
        if (outside.TrueForAll(u => u.IsDeclaration && ts.Names.Of(u.Node) is null))
            throw ts.Refuse(ErrorTable.RefactorBreaksInterface, name, $"'{name.Text}' is also declared elsewhere, and the declarations must agree.", outside.Select(u => u.Node), "declared");
        throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"'{name.Text}' is used in {outside.Count} place(s).", outside.Select(u => u.Node), "used");
    }
}
