using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>Puts the statements of a function in the place of a statement that only calls it, assigns its result or returns it.</summary>
internal sealed class BodyInliner(PythonScene python, InlineAsk ask, InlinedFunction function, CallPlace place, ArgumentPlan plan)
{
    private readonly PythonNode _statement = place.Call.Statement;

    public ProposedEdit Edit()
    {
        var target = Target();
        var result = function.FinalReturn?.FirstChild;
        var isSame = target is { } name && result is { } value && name.Is(Kinds.Identifier) && value.Is(Kinds.Identifier) && name.Text == value.Text && !plan.Values.Values.Any(v => v.Identifiers.Any(i => i.Text == name.Text));
        var held = plan.Values.Keys.Where(p => !plan.CanStandIn(p)).ToList();
        RefuseTaken(held, isSame ? target!.Value.Text : null);
        var lines = new List<CodeText>();
        lines.AddRange(held.Select(Hold).OfType<CodeText>());
        if (Statements() is { } body) lines.Add(body);
        if (!isSame && Result(result) is { } last) lines.Add(last);
        var indentation = Indentation.Of(_statement.File.Text, _statement.Start);
        var code = lines.Count == 0 ? CodeText.Of("pass") : new CodeText();
        foreach (var (line, index) in lines.Select((l, i) => (l, i))) code.Append(index == 0 ? line : new CodeText().Write("\n" + indentation).Append(line));
        return new ProposedEdit(_statement.File.Path, _statement.Start, _statement.End, code);
    }

    /// <summary>What the result is assigned to; null when it is returned or not used.</summary>
    private PythonNode? Target()
    {
        var parent = place.Call.Parent!.Value;
        if (_statement.SharesLine) throw python.Refuse(ErrorTable.RefactorUnsupported, "The call shares its line with other code.", ask, (place.Call, "call"));
        if (parent.Is(Kinds.ReturnStatement) || parent == _statement && parent.Is(Kinds.ExpressionStatement)) return null;
        if (parent.Is(Kinds.Assignment) && place.Call.Field == Fields.Right && parent.Parent == _statement && parent.Child(Fields.Left) is { } left && (left.Is(Kinds.Identifier) || left.Is(Kinds.PatternList))) return left;
        throw python.Refuse(ErrorTable.RefactorControlFlow, "The body is several statements, and the call is part of an expression.", ask, (place.Call, "call"));
    }

    /// <summary>Variables of the body become variables where the call is.</summary>
    private void RefuseTaken(List<Variable> held, string? allowed)
    {
        var scope = place.Scope;
        foreach (var local in function.Locals.Concat(held.Where(h => !IsSameName(h))).Where(v => v.Name != allowed))
        {
            var taken = scope.Variables.GetValueOrDefault(local.Name)?.First.Name ?? place.Call.File.SitesOf(local.Name).FirstOrDefault(s => s.Role == NameRole.Load && s.Scope == scope)?.Node;
            if (taken is { } there) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{local.Name}' of the body means something else where it is called.", ask, (there, "in the way"));
        }

        if (scope.Kind == ScopeKind.Class) throw python.Refuse(ErrorTable.RefactorUnsupported, "The call stands in the body of a class.", ask, (place.Call, "call"));
    }

    private bool IsSameName(Variable parameter) => plan.ValueOf(parameter) is var value && value.Is(Kinds.Identifier) && value.Text == parameter.Name && parameter.Declarations.Count == 1;

    private CodeText? Hold(Variable parameter) => IsSameName(parameter)
        ? null
        : new CodeText().Declare(parameter.Name, python.Symbols.Of(parameter)).Write(" = ").Append(ValueText.AsStatementValue(plan.Values[parameter]));

    private CodeText? Statements()
    {
        var statements = function.Body.Where(s => s != function.FinalReturn).ToList();
        if (statements.Count == 0) return null;
        var text = function.Node.File.Text;
        var from = Indentation.Of(text, statements[0].Start);
        if (statements[0].SharesLine) from = "";
        var to = Indentation.Of(_statement.File.Text, _statement.Start);
        return new CodeText().Indented(function.Node.File, Begin(statements[0], from), statements[^1].End, from, to, FunctionInliner.ParameterTexts(python, ask, plan, plan.Values.Keys.Where(plan.CanStandIn)));
    }

    /// <summary>Where a statement begins, or the comments right above it.</summary>
    private static int Begin(PythonNode statement, string indentation)
    {
        var lines = statement.File.Text.Lines;
        var first = Removal.FirstLine(statement);
        return first == lines.PositionAt(statement.Start).Line ? statement.Start : lines.LineStart(first) + indentation.Length;
    }

    private CodeText? Result(PythonNode? result)
    {
        var isStatement = place.Call.Parent == _statement && _statement.Is(Kinds.ExpressionStatement);
        if (isStatement && (result is not { } only || (new EffectReader(python).Of(only) & (Effects.Writes | Effects.Prints)) == 0)) return null;
        var code = new CodeText();
        if (!isStatement) code.Copy(_statement.File.Path, _statement.Start, place.Call.Start);
        return result is { } value ? code.Append(Value(value)) : code.Write("None");
    }

    private CodeText Value(PythonNode result)
    {
        var replaced = FunctionInliner.ParameterTexts(python, ask, plan, plan.Values.Keys.Where(plan.CanStandIn));
        if (result.Is(Kinds.Identifier)) return replaced.Where(r => r.Start == result.Start).Select(r => r.Text).FirstOrDefault() ?? CodeText.From(result.File.Path, result.Start, result.End);
        return new CodeText().Indented(result.File, result.Start, result.End, "", "", replaced);
    }
}
