using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>Changes the parameters of a function, of all methods that are one by inheritance, and of every call.</summary>
internal sealed class SignatureChange : IRefactoring<ChangeSignatureAsk>
{
    public Proposal Propose(ChangeSignatureAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var (name, symbol) = ts.NameAt(ask);
        var verdicts = ts.UsesOf(symbol, ask, ct);
        var uses = verdicts.Changed.Select(u => (Node: ts.NodeAt(u), u.IsDeclaration)).Where(u => u.Node.Kind != K.Comment).ToList();
        var functions = uses.Where(u => u.IsDeclaration).Select(u => FunctionOf(ts, name, u.Node)).Where(f => f.Exists).Distinct().ToList();
        if (functions.Count == 0) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, $"'{symbol.Name}' is no function whose parameters are written.", [symbol.First.Name], "declared");
        var plan = SignaturePlan.Of(ts, name, functions[0], ask);
        var changes = functions.Select(f => new DeclarationChange(ts, name, f, plan)).ToList();
        changes.ForEach(c => c.Refuse());
        var calls = uses.Where(u => !u.IsDeclaration && !IsImport(u.Node)).Select(u => CallChange.Of(ts, name, u.Node, plan)).ToList();
        var elsewhere = calls.Where(c => c.Problem is not null).ToList();
        if (elsewhere.Count > 0) throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"'{symbol.Name}' {elsewhere[0].Problem}.", elsewhere.Select(c => c.Use), "used");
        calls.ForEach(c => c.Refuse());
        var edits = changes.SelectMany(c => c.Edits()).Concat(calls.SelectMany(c => c.Edits())).ToList();
        return new Proposal($"Change the parameters of {symbol.Name}", edits, scene.LedgerOf(symbol.Name, verdicts, ct)) { NewNames = [.. plan.Added.Select(a => a.Name)] };
    }

    private static bool IsImport(TsNode use) => use.Parent.Kind is K.ImportSpecifier or K.ImportClause or K.ExportSpecifier || (use.Parent.Kind == K.ExportStatement && use.Parent.Has(T.Default));

    private static TsNode FunctionOf(TsScene ts, TsNode asked, TsNode name)
    {
        var parent = name.Parent;
        if (parent.Kind is K.ImportSpecifier or K.ImportClause or K.ExportSpecifier) return default;
        if (parent.Kind is K.FunctionDeclaration or K.GeneratorFunctionDeclaration or K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature or K.FunctionSignature)
            return parent.Has(T.Get) || parent.Has(T.Set) ? throw Typed(ts, asked, parent) : parent;
        var value = parent.Kind is K.VariableDeclarator or K.PublicFieldDefinition or K.Pair ? parent.Get(F.Value) : default;
        if (!value.Kind.IsFunctionExpression()) throw Typed(ts, asked, name);
        return parent.Get(F.Type).IsNone ? value : throw Typed(ts, asked, parent);
    }

    private static HeckException Typed(TsScene ts, TsNode asked, TsNode place) =>
        ts.Refuse(ErrorTable.RefactorBreaksInterface, asked, $"'{asked.Text}' is declared in a form whose parameters are not its own.", [place], "declared");
}
