using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Puts an expression into a constant at the top of its file.</summary>
internal sealed class ConstantExtractor(PythonScene python, ExtractAsk ask, PythonNode expression, string name)
{
    public Proposal Propose()
    {
        ExtractRules.RefuseHole(python, ask, expression);
        var file = expression.File;
        ExtractRules.RefuseTaken(python, ask, file.Module, name);
        ExtractRules.RefuseInnerNames(python, ask, expression, file.Unit.Root);
        RefuseChanging();
        var insertion = TopPlace.For(python, expression).Insert(new CodeText().Write(name + " = ").Append(ValueText.AsStatementValue(expression)));
        var (start, end, code) = ExtractRules.Replacement(expression, CodeText.Of(name));
        return new Proposal($"Extract constant {name} in {ask.Path}", [insertion, new ProposedEdit(ask.Path, start, end, code)], python.Scene.LedgerOf([(ask.Path, expression.Start)])) { NewNames = [name] };
    }

    private void RefuseChanging()
    {
        foreach (var identifier in expression.Identifiers)
        {
            if (python.VariableAt(identifier) is { } variable && variable.Scope.Node.File == expression.File && !variable.Scope.Node.IsWithin(expression) && variable.Declarations.Count > 1)
                throw python.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}' is bound more than once.", ask, variable.Declarations.Select(d => (d.Name, "assigned")));
        }

        var does = new EffectReader(python).Of(expression);
        var isShared = (does & Effects.Creates) != 0 && !IsOnlyRead();
        if ((does & (Effects.Writes | Effects.Prints | Effects.Reads)) != 0 || isShared)
            throw python.Refuse(ErrorTable.RefactorSideEffects, isShared ? "The object would be one for all uses, and may be changed." : "The expression is more than a constant.", ask, (expression, "moved"));
    }

    /// <summary>A list or dictionary that nothing can keep: what a loop runs over, what <c>in</c> searches, what an index picks from.</summary>
    private bool IsOnlyRead()
    {
        var parent = expression.Parent!.Value;
        return (parent.Is(Kinds.ForStatement) || parent.Is(Kinds.ForInClause)) && expression.Field == Fields.Right
            || parent.Is(Kinds.ComparisonOperator) && parent.LastChild == expression && python.Scene.Text(ask.Path).Utf8.Span[parent.Start..expression.Start].TrimEnd((byte)' ').EndsWith("in"u8)
            || parent.Is(Kinds.Subscript) && expression.Field == Fields.Value && expression.Children.All(c => EffectReader.IsLiteral(c) || c.Is(Kinds.Pair) && c.Children.All(EffectReader.IsLiteral));
    }
}
