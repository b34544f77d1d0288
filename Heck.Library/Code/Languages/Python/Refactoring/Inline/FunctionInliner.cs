using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>Puts the body of a function in the place of its calls.</summary>
internal sealed class FunctionInliner(PythonScene python, InlineAsk ask, BoundSymbol symbol, Variable variable, Verdicts uses)
{
    private readonly InlinedFunction _function = new(python, ask, variable);

    public Proposal Propose(CancellationToken ct)
    {
        RefuseFamily(ct);
        var calls = Calls();
        var isAll = ask.Path == symbol.Path && variable.First.Name.Start <= ask.Offset && ask.Offset < variable.First.Name.End;
        var chosen = isAll ? calls : calls.Where(c => c.Name.File.Path == ask.Path && c.Name.Start <= ask.Offset && ask.Offset < c.Name.End).ToList();
        if (chosen.Count == 0) throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"No call of '{symbol.Name}' is there to take its body.", ask);
        RefuseNested(chosen);
        foreach (var call in chosen) CheckPlace(call);
        var edits = chosen.Select(Edit).ToList();
        if (isAll || chosen.Count == calls.Count) edits.AddRange(Removals());
        return new Proposal($"Inline {symbol.Kind} {symbol.Name}", edits, python.Scene.LedgerOf(symbol.Name, uses, ct));
    }

    private void RefuseFamily(CancellationToken ct)
    {
        var others = python.Scene.Binder.SetOf(symbol, ct).Symbols.Where(s => s != symbol).ToList();
        if (others.Count == 0) return;
        throw ErrorTable.RefactorBreaksInterface.With($"'{symbol.Name}' is declared in other classes of the hierarchy too, so a call may mean those.",
            details: python.Scene.Places(ask.Path, ask.Offset, others.Select(o => (o.Path, o.Offset, "declared too"))));
    }

    private List<CallPlace> Calls()
    {
        var calls = new List<CallPlace>();
        foreach (var use in uses.Changed.Where(u => !(u.Path == symbol.Path && u.Start == symbol.Offset)))
        {
            var site = python.File(use.Path).Sites.FirstOrDefault(s => s.Node.Start == use.Start)
                ?? throw ErrorTable.RefactorUsedElsewhere.With($"'{symbol.Name}' is named in a string.", details: python.Scene.Places(ask.Path, ask.Offset, [(use.Path, use.Start, "in a string")]));
            if (site.Node.IsWithin(_function.Node)) throw python.Refuse(ErrorTable.RefactorRecursive, $"'{symbol.Name}' calls itself.", ask, (site.Node, "call"));
            if (site is { Role: NameRole.Imported, Binds: true }) continue;
            calls.Add(CallPlace.Of(site) ?? throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is used as a value, not called.", ask, (site.Node, "value")));
        }

        return calls;
    }

    private void RefuseNested(List<CallPlace> chosen)
    {
        foreach (var inner in chosen.Where(c => chosen.Exists(o => o != c && c.Call.IsWithin(o.Call))))
            throw python.Refuse(ErrorTable.RefactorUnsupported, "A call stands in the arguments of another; inline one after the other.", ask, (inner.Call, "call"));
    }

    private void CheckPlace(CallPlace place)
    {
        var scope = _function.Model.Scope;
        var names = _function.Body.SelectMany(b => b.Identifiers).ToList();
        if (names.Find(n => scope.Mangle(n.Text) != place.Scope.Mangle(n.Text)) is { Unit: not null } secret)
            throw python.Refuse(ErrorTable.RefactorCapture, $"'{secret.Text}' can be spelled only in its class.", ask, (secret, "hurt"), (place.Call, "call"));
        if (place.Call.File == _function.Node.File) return;
        var free = names.Find(n => python.VariableAt(n) is { } v && v.Scope.Kind == ScopeKind.Module);
        if (free.Unit is not null) throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"The body needs '{free.Text}' of its own file, and the call is in another.", ask, (free, "needed"), (place.Call, "call"));
    }

    private ProposedEdit Edit(CallPlace place)
    {
        var plan = new ArgumentPlan(python, ask, _function, place);
        return _function.Expression is { } expression ? OfExpression(place, plan, expression) : new BodyInliner(python, ask, _function, place, plan).Edit();
    }

    private ProposedEdit OfExpression(CallPlace place, ArgumentPlan plan, PythonNode expression)
    {
        plan.CheckInExpression(expression.Parent!.Value);
        var bare = ValueText.Bare(expression);
        var code = new CodeText();
        var text = bare.Text + string.Concat(plan.Values.Values.Select(v => v.Text));
        if (FormatHoles.Reject(place.Call, text) is { } reason) throw python.Refuse(ErrorTable.RefactorUnsupported, $"The value cannot stand in an f-string: {reason}.", ask, (place.Call, "call"));
        var needs = Precedence.NeedsParentheses(bare, place.Call) || ValueText.IsOpenOverLines(bare) && !ValueText.IsInBrackets(place.Call);
        if (needs && bare != place.Call) code.Write("(");
        code.Append(Substituted(plan, bare));
        if (needs) code.Write(")");
        return new ProposedEdit(place.Call.File.Path, place.Call.Start, place.Call.End, code);
    }

    private CodeText Substituted(ArgumentPlan plan, PythonNode expression)
    {
        if (expression.Is(Kinds.Identifier) && python.VariableAt(expression) is { } only && plan.Values.ContainsKey(only))
            return ValueText.Copy(plan.ValueOf(only), inParentheses: false);
        var file = expression.File;
        return new CodeText().Indented(file, expression.Start, expression.End, "", "", ParameterTexts(python, ask, plan, plan.Values.Keys));
    }

    /// <summary>The uses of parameters with the values that take their places.</summary>
    public static IEnumerable<(int Start, int End, CodeText Text)> ParameterTexts(PythonScene python, InlineAsk ask, ArgumentPlan plan, IEnumerable<Variable> parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var use in plan.UsesOf(parameter))
            {
                var value = plan.ValueOf(parameter);
                if (FormatHoles.Reject(use, value.Text) is { } reason) throw python.Refuse(ErrorTable.RefactorUnsupported, $"The value for '{parameter.Name}' cannot stand in an f-string: {reason}.", ask, (use, "use"));
                yield return (use.Start, use.End, ValueText.InPlaceOf(use, value));
            }
        }
    }

    private IEnumerable<ProposedEdit> Removals()
    {
        var imports = uses.Changed.Where(u => u.Path != symbol.Path)
            .SelectMany(u => python.File(u.Path).Sites.Where(s => s.Node.Start == u.Start && s is { Role: NameRole.Imported, Binds: true }).Select(s => s.Node))
            .GroupBy(n => n.Ancestor(Kinds.ImportFrom)!.Value);
        return Removal.Of([_function.Node.WithDecorators]).Concat(imports.SelectMany(g => ImportEdits.Remove(g.Key, [.. g])));
    }
}
