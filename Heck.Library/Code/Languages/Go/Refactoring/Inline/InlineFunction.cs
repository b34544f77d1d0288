using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Inline;

/// <summary>Puts the body of a function where it is called: an expression anywhere, statements in front of the statement that holds the call.</summary>
internal sealed class InlineFunction(GoScene scene, InlineAsk ask, BoundSymbol symbol, GoObject declared, CancellationToken ct)
{
    private readonly Dictionary<GoFile, ImportPlan> _imports = [];
    private readonly GoNode _function = declared.Declaration;

    public Proposal Propose()
    {
        var body = FunctionBody.Read(scene, ask, symbol, declared);
        var uses = scene.NodesOf(symbol, ask, ct).Where(n => !GoScene.Declares(n)).ToList();
        var isDeclaration = declared.File.Path == ask.Path && declared.NameNode.Start <= ask.Offset && ask.Offset < declared.NameNode.End;
        var one = isDeclaration ? default : uses.Find(u => u.File.Path == ask.Path && u.Start <= ask.Offset && ask.Offset <= u.End);
        List<GoNode> places = one.Exists ? [one] : uses;
        if (places.Count == 0) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not called; delete it instead.");
        if (places.Where(p => CallOf(p).IsNone).ToList() is { Count: > 0 } values) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is used as a value at {scene.PlaceOf(values[0])}.", [.. values.Select(v => (v, "value"))]);
        if (!one.Exists && scene.Frame.Binder.SetOf(symbol, ct).Symbols.Count > 1) throw Refuse(ErrorTable.RefactorBreaksInterface, $"With '{symbol.Name}' a type fulfils an interface.");
        var calls = places.ConvertAll(CallOf);
        if (calls.Find(c => calls.Exists(o => o != c && o.Contains(c))) is { Exists: true } nested) throw Refuse(ErrorTable.RefactorUnsupported, $"The call at {scene.PlaceOf(nested)} stands in another one.", (nested, "call"));
        var edits = calls.SelectMany(c => new InlinedCall(scene, ask, body, c, Plan(c.File)).Edits()).ToList();
        if (!one.Exists) edits.AddRange(GoDeclarations.Remove(declared));
        Plan(declared.File);
        foreach (var (file, plan) in _imports) edits.AddRange(plan.Edits(one.Exists ? [] : [.. edits.Where(e => e.Path == file.Path).Select(e => (e.Start, e.End))]).ToList());
        return new Proposal($"Inline {symbol.Kind} {symbol.Name}", GoEdits.Merge(edits), scene.Frame.LedgerOf(places.Select(p => (p.File.Path, p.Start))));
    }

    /// <summary>The call that a name is the function of; none where it is a value.</summary>
    private GoNode CallOf(GoNode use)
    {
        var function = use.Parent.Kind == K.SelectorExpression && use.Field == F.Field ? use.Parent : use;
        if (function != use && scene.Checker.Of(function.Get(F.Operand)).Kind == MeaningKind.Type) return default;
        return function.Parent.Kind == K.CallExpression && function.Field == F.Function ? function.Parent : default;
    }

    private ImportPlan Plan(GoFile file)
    {
        if (!_imports.TryGetValue(file, out var plan)) _imports[file] = plan = new ImportPlan(scene, file);
        return plan;
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => scene.Refuse(code, message, ask.Path, ask.Offset, [(_function.Get(F.Name), "declared"), .. others]);
}
