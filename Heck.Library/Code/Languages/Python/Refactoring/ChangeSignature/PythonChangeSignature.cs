using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>Changes the parameters of a function, of a method with its overrides, or of a constructor; calls follow.</summary>
internal sealed class PythonChangeSignature : IRefactoring<ChangeSignatureAsk>
{
    private const string Constructor = "__init__";

    public Proposal Propose(ChangeSignatureAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var symbol = scene.Symbol(ask, ct);
        if (symbol.Kind == "class") symbol = ConstructorOf(python, symbol, ask);
        var isConstructor = symbol.Name == Constructor;
        var uses = isConstructor ? Verdicts.Of(scene.Binder.UsesOf(Constructor, ct), [symbol]) : scene.UsesOf(symbol, ask, ct);
        if (isConstructor && !ask.AcceptUnknown) scene.RefuseUnknown(uses with { Unknown = [.. uses.Unknown.Where(u => u.MayBe?.Contains(symbol) == true)] }, scene.PlaceOf(ask.Path, ask.Offset, "asked"), Constructor);
        var symbols = isConstructor ? [symbol] : scene.Binder.SetOf(symbol, ct).Symbols;
        var definitions = symbols.SelectMany(s => Definitions(python, s, ask)).ToList();
        var change = new SignatureChange(python, ask, definitions[0]);
        Check(python, ask, definitions, change);
        var sites = new CallSites(python);
        sites.AddUses(uses.Changed, definitions[0]);
        if (isConstructor) sites.AddConstructions(python.Evaluator.Classes.Of(definitions[0].Class!));
        if (sites.Values.Count > 0 && !change.SuitsAllCalls)
            throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is handed on as a value, and who calls it there cannot be seen.", ask, sites.Values.Select(v => (v, "value")));
        var rewriter = new CallRewriter(python, ask, change);
        RefuseNested(python, ask, sites, rewriter);
        var edits = definitions.SelectMany(change.Edits).Concat(sites.Calls.SelectMany(c => rewriter.Edits(c.Call, c.Shift))).ToList();
        return new Proposal($"Change the signature of {symbol.Kind} {symbol.Name}", edits, scene.LedgerOf(symbol.Name, uses, ct)) { NewNames = [] };
    }

    private static BoundSymbol ConstructorOf(PythonScene python, BoundSymbol symbol, ChangeSignatureAsk ask)
    {
        var of = python.VariableOf(symbol)?.First is { Kind: DeclarationKind.Class } declared && declared.Name.File.ScopeOf(declared.Origin) is { } scope ? python.Evaluator.Classes.Of(scope) : null;
        return of is not null && of.Members.ContainsKey(Constructor)
            ? python.Symbols.Of(of, Constructor)
            : throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' has no constructor of its own.", ask);
    }

    private static IEnumerable<FunctionModel> Definitions(PythonScene python, BoundSymbol symbol, ChangeSignatureAsk ask)
    {
        if (python.VariableOf(symbol) is not { } variable || variable.Declarations.Any(d => d.Kind != DeclarationKind.Function))
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not only a function.", ask);
        python.File(symbol.Path);
        return variable.Declarations.Select(d => new FunctionModel(d.Name.File.ScopeOf(d.Origin)!));
    }

    private static void Check(PythonScene python, ChangeSignatureAsk ask, List<FunctionModel> definitions, SignatureChange change)
    {
        var first = definitions[0];
        var names = first.Parameters.Where(p => p != first.Receiver).Select(p => (p.Name.Text, p.Kind)).ToList();
        var others = definitions.Where(d => !d.Parameters.Where(p => p != d.Receiver).Select(p => (p.Name.Text, p.Kind)).SequenceEqual(names) || d.IsStatic != first.IsStatic || d.IsClassMethod != first.IsClassMethod).Select(d => (d.Node, "other parameters")).ToList();
        if (others.Count > 0) throw python.Refuse(ErrorTable.RefactorBreaksInterface, $"'{first.Name}' is declared elsewhere with other parameters, and a call may mean either.", ask, others);
        foreach (var definition in definitions) CheckDefinition(python, ask, definition, change);
    }

    private static void CheckDefinition(PythonScene python, ChangeSignatureAsk ask, FunctionModel definition, SignatureChange change)
    {
        if (definition.IsProperty) throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{definition.Name}' is a property.", ask, (definition.Node, "declared"));
        var foreign = FunctionModel.DecoratorsOf(definition.Node).Where(d => !DecoratorNames.KeepsResult(d.Text)).Select(d => (d, "decorator")).ToList();
        if (foreign.Count > 0 || FixtureRule.PassesByName(definition, python.Program))
            throw python.Refuse(ErrorTable.RefactorExternal, $"Others than the calls in sight pass arguments to '{definition.Name}'.", ask, foreign.Append((definition.Node, "declared")));
        foreach (var name in change.Before.Where(b => change.IsRemoved(b.Name)).Select(b => b.Name))
        {
            var used = python.SitesOf(definition.Scope.Variables[definition.Scope.Mangle(name)]).Where(s => s.Role == NameRole.Load || s.Binds && s.Scope != definition.Scope || s.Binds && !s.Node.IsWithin(definition.Node.Child(Fields.Parameters)!.Value)).Select(s => (s.Node, "use")).ToList();
            if (used.Count > 0) throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"The body of '{definition.Name}' uses '{name}'.", ask, used);
        }

        foreach (var item in change.After.Where(a => a.New is not null))
        {
            if (definition.Scope.Variables.TryGetValue(item.Name, out var taken) && !change.IsRemoved(item.Name)) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{item.Name}' is a variable of '{definition.Name}'.", ask, (taken.First.Name, "in the way"));
        }
    }

    /// <summary>A call in the arguments of another: one edit would overwrite the other.</summary>
    private static void RefuseNested(PythonScene python, ChangeSignatureAsk ask, CallSites sites, CallRewriter rewriter)
    {
        var changed = sites.Calls.Where(c => rewriter.Edits(c.Call, c.Shift).Any()).Select(c => c.Call).ToList();
        foreach (var call in changed)
        {
            var outer = changed.Find(o => o != call && call.IsWithin(o));
            if (outer.Unit is not null) throw python.Refuse(ErrorTable.RefactorUnsupported, "A call stands in the arguments of another call that changes.", ask, (call, "call"), (outer, "call"));
        }
    }
}
