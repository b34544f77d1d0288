using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>A constant of the file, in front of the declaration that holds the expression.</summary>
internal sealed class ConstantExtraction(TsScene ts, Selection selection, string name)
{
    public IEnumerable<ProposedEdit> Edits()
    {
        var expression = selection.First;
        if (selection.IsStatements || !Selection.IsExpression(expression)) throw ts.Refuse(ErrorTable.RefactorInvalidRange, expression, "Only an expression becomes a constant.");
        ExpressionChecks.RefuseShape(ts, expression);
        if (Containers.OwnWordsIn(expression).ToList() is { Count: > 0 } own) throw ts.Refuse(ErrorTable.RefactorCapture, expression, "'this' means nothing at the top of the file.", own, "hurt");
        if (ts.Effects.Of(expression) != Effect.None || Effects.IsFreshObject(expression))
            throw ts.Refuse(ErrorTable.RefactorSideEffects, expression, "The expression may have another value each time, so that it is no constant.", [expression], "hurt");
        if (ExpressionChecks.NeedsContext(expression)) throw ts.Refuse(ErrorTable.RefactorUnsupported, expression, "The type of this expression depends on its place.");
        RefuseLocals(expression);
        TakenNames.Refuse(ts, expression, ts.Program.Scopes(expression.File).ScopeAt(Containers.TopStatementOf(expression).Parent), name);
        return [Declaration(expression), .. VariableExtraction.Replacement(expression, name)];
    }

    private void RefuseLocals(TsNode expression)
    {
        var locals = ts.Names.AllIn(expression).Where(n => !expression.Contains(n.Symbol.First.Name) && n.Symbol.First.Name.File == expression.File && !IsOfFile(n.Symbol.First.Name)).Select(n => n.Name).ToList();
        if (locals.Count > 0) throw ts.Refuse(ErrorTable.RefactorCapture, expression, $"'{locals[0].Text}' is not there at the top of the file.", locals, "hurt");
    }

    private bool IsOfFile(TsNode declared) => ts.Program.Scopes(declared.File).Module.Scope.Names.ContainsKey(declared.Text) && !Containers.FunctionOf(declared.Parent.Kind.IsFunctionLike() ? declared.Parent : declared).Exists;

    private ProposedEdit Declaration(TsNode expression)
    {
        var value = expression.Unwrapped();
        var home = Containers.TopStatementOf(expression);
        var indent = Lines.IndentOf(home);
        var code = CodeText.Of($"const {name} = ")
            .CopyIndented(value.File.Text, value.File.Path, value.Start, value.End, Lines.IndentOf(value), indent, Lines.InString(value.File)).Write(Lines.Semicolon(value.File));
        // What the value needs must be there before it.
        var needed = ts.Names.AllIn(expression).Select(n => n.Symbol.First.Name).Where(d => d.File == expression.File && d.Start > home.End && d.Parent.Kind is K.VariableDeclarator or K.ClassDeclaration or K.EnumDeclaration)
            .Select(Containers.TopStatementOf).OrderBy(s => s.Start).LastOrDefault();
        if (needed.Exists) return ProposedEdit.Insert(needed.File.Path, needed.End, CodeText.Of("\n" + indent).Append(code));
        var isVariable = home.Kind is K.LexicalDeclaration or K.VariableDeclaration or K.ExpressionStatement;
        return ProposedEdit.Insert(home.File.Path, Lines.StartWithComments(home), code.Write(isVariable ? "\n" + indent : "\n\n" + indent));
    }
}
