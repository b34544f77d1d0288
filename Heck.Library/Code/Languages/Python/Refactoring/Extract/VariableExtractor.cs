using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Puts an expression into a variable in front of the statement that holds it.</summary>
internal sealed class VariableExtractor(PythonScene python, ExtractAsk ask, PythonNode expression, string name)
{
    private readonly PythonNode _statement = expression.Statement;

    public Proposal Propose()
    {
        ExtractRules.RefuseHole(python, ask, expression);
        var scope = ScopeOf(_statement);
        ExtractRules.RefuseTaken(python, ask, scope, name);
        RefuseClass(scope);
        RefuseForm();
        ExtractRules.RefuseInnerNames(python, ask, expression, _statement);
        RefuseOrder();
        return new Proposal($"Extract variable {name} in {ask.Path}", [.. Edits()], python.Scene.LedgerOf([(ask.Path, expression.Start)])) { NewNames = [name] };
    }

    private static Scope ScopeOf(PythonNode statement) => statement.Definition is { } definition ? statement.File.ScopeOf(definition)! : statement.File.Module;

    private void RefuseClass(Scope scope)
    {
        if (scope.Kind != ScopeKind.Class) return;
        var of = python.Evaluator.Classes.Of(scope);
        if (of.IsEnum || of.IsNamedTuple || of.IsTypedDict || of.Order.SelectMany(c => c.Members).Any(m => m.Key == scope.Mangle(name)))
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"A variable in the body of {of.Name} would be a member of it.", ask, (scope.Node, "class"));
    }

    private void RefuseForm()
    {
        if (expression.Is(Kinds.Yield) && expression.Parent is { } statement && statement.Is(Kinds.ExpressionStatement)) return;
        if (expression.Descendants(Kinds.NamedExpression).FirstOrDefault() is { Unit: not null } walrus && !EvaluationOrder.IsOnce(expression, _statement))
            throw python.Refuse(ErrorTable.RefactorSideEffects, "The expression assigns a variable, and is not always evaluated.", ask, (walrus, "assigned"));
    }

    /// <summary>The expression is evaluated before the rest of its statement from now on, and always.</summary>
    private void RefuseOrder()
    {
        var effects = new EffectReader(python);
        var does = effects.Of(expression);
        if (does == Effects.None && !IsReboundInLoop()) return;
        if (!EvaluationOrder.IsOnce(expression, _statement))
            throw python.Refuse(ErrorTable.RefactorSideEffects, "The expression is evaluated only on a condition, or more than once, and would always be evaluated once.", ask, (expression, "moved"));
        foreach (var earlier in EvaluationOrder.Before(expression, _statement))
        {
            var before = effects.Of(earlier);
            var isMethod = earlier.Field == Fields.Function && earlier.Is(Kinds.Attribute) && expression.IsWithin(earlier.Parent!.Value);
            var clash = (does & Effects.Writes) != 0 ? (before & ~(isMethod ? Effects.Reads | Effects.Computes : Effects.Computes)) != 0
                : (does & Effects.Prints) != 0 ? (before & (Effects.Writes | Effects.Prints)) != 0
                : (before & Effects.Writes) != 0;
            if (clash) throw python.Refuse(ErrorTable.RefactorSideEffects, "The expression would be evaluated before what comes before it now.", ask, (earlier, "evaluated before"));
        }
    }

    /// <summary>Whether a <c>while</c> condition reads names that its loop assigns.</summary>
    private bool IsReboundInLoop() => _statement.Is(Kinds.WhileStatement) && expression.Identifiers.Select(i => python.VariableAt(i)).OfType<Variable>()
        .Any(v => v.Declarations.Any(d => d.Name.IsWithin(_statement)) || v.Declarations.Count > 1 && v.Scope.Kind == ScopeKind.Module);

    private IEnumerable<ProposedEdit> Edits()
    {
        var value = new CodeText().Write(name + " = ").Append(ValueText.AsStatementValue(expression));
        if (_statement.Is(Kinds.ExpressionStatement) && _statement.FirstChild == expression)
        {
            yield return new ProposedEdit(ask.Path, _statement.Start, _statement.End, value);
            yield break;
        }

        yield return Insertion(value);
        var (start, end, code) = ExtractRules.Replacement(expression, CodeText.Of(name));
        yield return new ProposedEdit(ask.Path, start, end, code);
    }

    private ProposedEdit Insertion(CodeText value)
    {
        var text = _statement.File.Text;
        var indentation = Indentation.Of(text, _statement.Start);
        if (!_statement.SharesLine || _statement.Parent!.Value.Is(Kinds.Module) || !StartsSuite()) return ProposedEdit.Insert(ask.Path, _statement.Start, value.Write(_statement.SharesLine && !IsFirstOnLine() ? "; " : "\n" + indentation));
        // `if a: return b + c` gets lines of its own.
        var inner = "\n" + indentation + Indentation.UnitOf(text);
        var start = _statement.Start;
        while (text.Utf8.Span[start - 1] is (byte)' ' or (byte)'\t') start--;
        return new ProposedEdit(ask.Path, start, _statement.Start, new CodeText().Write(inner).Append(value).Write(inner));
    }

    private bool StartsSuite() => _statement.PreviousStatement is null && !IsFirstOnLine();

    private bool IsFirstOnLine()
    {
        var text = _statement.File.Text;
        return text.Utf8.Span[text.Lines.LineStart(text.Lines.PositionAt(_statement.Start).Line).._statement.Start].Trim(" \t"u8).IsEmpty;
    }
}
