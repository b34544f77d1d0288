using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Inline;

/// <summary>Puts the value of a variable where it is used, where it is the same value there.</summary>
internal sealed class VariableInlining(TsScene ts, TsNode asked, TsSymbol symbol, IReadOnlyList<TsNode> uses)
{
    private TsNode Declarator => symbol.First.Node;

    private TsNode Written => Declarator.Get(F.Value);

    public IEnumerable<ProposedEdit> Edits()
    {
        if (Declarator.Kind != K.VariableDeclarator || Declarator.Get(F.Name) != symbol.First.Name || Written.IsNone || Declarator.Parent.Parent.Kind is K.ForStatement)
            throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"'{symbol.Name}' has no value in its declaration that could be put in its place.", [symbol.First.Name], "declared");
        if (ts.Names.WritesOf(symbol).ToList() is { Count: > 0 } writes)
            throw ts.Refuse(ErrorTable.RefactorReassigned, asked, $"'{symbol.Name}' is assigned again.", writes, "assigned");
        var value = Written.Kind == K.ParenthesizedExpression && !HasComments(Written) ? Written.Unwrapped() : Written;
        new EvaluationOrder(ts, asked, Declarator, value).Refuse(uses);
        return uses.Select(use => Replace(use, value));
    }

    private ProposedEdit Replace(TsNode use, TsNode value)
    {
        RefuseShape(use, value);
        var code = new CodeText();
        if (use.Kind == K.ShorthandPropertyIdentifier) ShorthandKeys.Write(ts, code, use);
        var needs = Precedence.NeedsParentheses(value, use);
        if (Containers.StatementOf(use) is var statement && use.Start == statement.Start && Lines.WouldJoin(statement, needs ? "("u8 : use.File.Text.Utf8.Span[value.Start..value.End], but: Containers.StatementOf(Declarator))) code.Write(";");
        code.Write(needs ? "(" : "");
        CopyValue(code, value, use);
        return new ProposedEdit(use.File.Path, use.Start, use.End, code.Write(needs ? ")" : ""));
    }

    private static void CopyValue(CodeText code, TsNode value, TsNode use) =>
        code.CopyIndented(value.File.Text, value.File.Path, value.Start, value.End, Lines.IndentOf(value), Lines.IndentOf(use), Lines.InString(value.File));

    /// <summary>Places where no expression, or no such expression, can stand.</summary>
    private void RefuseShape(TsNode use, TsNode value)
    {
        var parent = use.Parent;
        if (use.Kind == K.TypeIdentifier || parent.Kind is K.TypeQuery or K.JsxOpeningElement or K.JsxClosingElement or K.JsxSelfClosingElement or K.NestedIdentifier or K.ExportSpecifier or K.TypePredicate or K.Asserts)
            throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, asked, $"'{symbol.Name}' is used where only a name can stand.", [use], "used");
        var isCalled = (parent.Kind == K.CallExpression && use.Field == F.Function) || (parent.Kind == K.NonNullExpression && parent.Parent.Kind == K.CallExpression);
        if (isCalled && value.Kind is K.MemberExpression or K.SubscriptExpression)
            throw ts.Refuse(ErrorTable.RefactorSideEffects, asked, $"Called as '{value.Text}' the function would get another 'this'.", [use], "called");
        if (use.File.Text.Utf8.Span[use.Start] is (byte)'<') throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, "The use is a tag.", [use]);
    }

    private static bool HasComments(TsNode node) => node.File.Tree.Nodes[node.Index..].ToArray().TakeWhile(n => n.Start < node.End).Any(n => n.IsExtra);
}
