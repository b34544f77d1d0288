using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>A <c>const</c> in front of the statement that holds the expression.</summary>
internal sealed class VariableExtraction(TsScene ts, Selection selection, string name)
{
    public IEnumerable<ProposedEdit> Edits()
    {
        var expression = Selected();
        ExpressionChecks.RefuseShape(ts, expression);
        new NarrowedReferences(ts, selection).RefuseTest(isAlias: true);
        var insertion = Insertion.Before(ts, expression);
        if (insertion.Kind == InsertionKind.Statement) TakenNames.Refuse(ts, expression, ts.Program.Scopes(expression.File).ScopeAt(insertion.Around.Parent), name);
        if (insertion.Around is { Kind: K.ExpressionStatement } statement && statement.FirstNamed.Unwrapped() == expression.Unwrapped() && insertion.Kind == InsertionKind.Statement)
            return [ProposedEdit.Insert(expression.File.Path, statement.Start, CodeText.Of($"const {name} = "))];
        ExpressionChecks.RefuseOrder(ts, expression, insertion.Around);
        ExpressionChecks.RefuseNamesOf(ts, expression, insertion.Around);
        var type = WrittenType();
        return [.. insertion.Edits(Declaration(expression, type, insertion)), .. Replacement(expression, name)];
    }

    /// <summary>The name where the expression stood, in the form that its place wants.</summary>
    public static IEnumerable<ProposedEdit> Replacement(TsNode expression, string written)
    {
        var place = expression.Parent is { Kind: K.ParenthesizedExpression } around && IsNeedless(around) && expression.Kind != K.ParenthesizedExpression ? around : expression;
        var code = place.Parent.Kind is K.JsxElement or K.JsxAttribute ? $"{{{written}}}" : written;
        return [new ProposedEdit(place.File.Path, place.Start, place.End, CodeText.Of(code))];
    }

    /// <summary>Parentheses that group an expression, not those of an <c>if</c>.</summary>
    private static bool IsNeedless(TsNode parentheses) => parentheses.Parent.Kind is not (K.IfStatement or K.WhileStatement or K.DoStatement or K.SwitchStatement or K.WithStatement or K.ForStatement);

    private CodeText Declaration(TsNode expression, CodeText? type, Insertion insertion)
    {
        var value = expression.Unwrapped();
        var code = CodeText.Of($"const {name}");
        if (type is not null) code.Write(": ").Append(type);
        code.Write(" = ");
        var indent = insertion.Kind == InsertionKind.Statement ? Lines.IndentOf(insertion.Around) : Lines.IndentOf(expression);
        return code.CopyIndented(value.File.Text, value.File.Path, value.Start, value.End, Lines.IndentOf(value), indent, Lines.InString(value.File)).Write(Lines.Semicolon(value.File));
    }

    /// <summary>The type that the place expects, where the expression alone would be of another one.</summary>
    private CodeText? WrittenType()
    {
        var expression = selection.First;
        if (!ExpressionChecks.NeedsContext(expression)) return null;
        var context = ts.Program.Types.Contexts.Of(expression.Unwrapped());
        var takesAnything = expression.Parent.Kind == K.Arguments && expression.Parent.Parent.Get(F.Function).Text is var callee && (callee.StartsWith("console.", StringComparison.Ordinal) || callee == "JSON.stringify");
        if (takesAnything || (context is null && expression.Unwrapped() is { Kind: K.Object } or { Kind: K.Array, FirstNamed.Exists: true })) return null;
        return (context is null ? null : new TypeWriter(ts, expression).Write(context))
            ?? throw ts.Refuse(ErrorTable.RefactorUnsupported, expression, "The type of this expression depends on its place, and no written type says it.");
    }

    private TsNode Selected()
    {
        if (!selection.IsStatements && !Selection.IsExpression(selection.First)) throw Invalid();
        if (!selection.IsStatements) return selection.First;
        return selection.Nodes is [{ Kind: K.ExpressionStatement } only] ? only.FirstNamed : throw Invalid();
    }

    private HeckException Invalid() => ts.Refuse(ErrorTable.RefactorInvalidRange, selection.First, "Only an expression becomes a variable.");
}
