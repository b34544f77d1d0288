using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Inline;

/// <summary>Puts a value or a body where its name stands: a function whose name is only called is put in as a body, everything else as a value.</summary>
internal sealed class Inlining : IRefactoring<InlineAsk>
{
    public Proposal Propose(InlineAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var (name, symbol) = ts.NameAt(ask);
        var uses = ts.UsesOf(symbol, ask, ct).Changed.Where(u => !u.IsDeclaration).Select(ts.NodeAt).Where(n => n.Kind != K.Comment).ToList();
        if (symbol.Declarations.Count != 1 || symbol.IsMember || symbol.Alias is not null) throw Unsupported(ts, name);
        var declaration = symbol.First;
        if (uses.Find(u => u.File != declaration.Name.File || u.Parent.Kind is K.ExportSpecifier or K.ExportStatement) is { Exists: true } exported)
            throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"'{symbol.Name}' is exported and used in other files.", uses.Where(u => u.File != declaration.Name.File).Append(exported), "used");
        var chosen = symbol.Declarations.Exists(d => d.Name == name) ? uses : [name];
        if (uses.Count == 0) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, $"'{symbol.Name}' is not used.", "safe-delete removes it.");
        var inlined = FunctionOf(declaration) is { Exists: true } function && chosen.TrueForAll(IsCallee)
            ? new FunctionInlining(ts, name, symbol, function, chosen).Edits()
            : new VariableInlining(ts, name, symbol, chosen).Edits();
        var goes = chosen.Count == uses.Count;
        if (goes && IsExported(declaration.Node)) throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"'{symbol.Name}' is exported, so that its declaration must stay.", [declaration.Name], "declared", "Inline one use, or unexport it first.");
        var edits = inlined.ToList();
        if (goes) edits.AddRange(new SafeDelete.DeletedDeclaration(ts, declaration, name).Removal().Select(r => ProposedEdit.Delete(ask.Path, r.Start, r.End)));
        return new Proposal($"Inline {symbol.Kind} {symbol.Name}", edits, ts.Ledger(chosen));
    }

    private static TsNode FunctionOf(TsDeclaration declaration) => declaration.Node.Kind switch
    {
        K.FunctionDeclaration or K.GeneratorFunctionDeclaration => declaration.Node,
        K.VariableDeclarator when declaration.Node.Get(F.Value) is var value && value.Kind.IsFunctionExpression() => value,
        _ => default,
    };

    private static bool IsCallee(TsNode use) => use.Parent.Kind == K.CallExpression && use.Field == F.Function;

    private static bool IsExported(TsNode node) => node.Parent.Kind == K.ExportStatement || node.Parent.Parent.Kind == K.ExportStatement;

    private static HeckException Unsupported(TsScene ts, TsNode name) =>
        ts.Refuse(ErrorTable.RefactorUnsupported, name, $"'{name.Text}' is no variable and no function that could be put in the place of its uses.");
}
