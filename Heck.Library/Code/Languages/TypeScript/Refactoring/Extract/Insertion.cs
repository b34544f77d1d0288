using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Where a declaration can stand in front of an expression, and the edits that put it there.</summary>
/// <param name="Around">The statement, or the body of an arrow function, that the declaration comes before.</param>
/// <param name="Kind">What it takes.</param>
internal sealed record Insertion(TsNode Around, InsertionKind Kind)
{
    /// <exception cref="HeckException"><c>refactor.unsupported</c>: there is no place for a statement.</exception>
    public static Insertion Before(TsScene ts, TsNode expression)
    {
        for (var (at, parent) = (expression, expression.Parent); parent.Exists; (at, parent) = (parent, parent.Parent))
        {
            if (Containers.IsStatementList(parent) && !(parent.Kind == K.SwitchCase && at.Field == F.Value)) return new Insertion(at, InsertionKind.Statement);
            if (parent.Kind == K.ArrowFunction && at.Field == F.Body) return new Insertion(at, InsertionKind.ArrowBody);
            if (IsAlone(at, parent)) return new Insertion(at, InsertionKind.Embedded);
            if (parent.Kind.IsFunctionLike() || parent.Kind is K.PublicFieldDefinition or K.ClassHeritage or K.EnumBody or K.Decorator || (parent.Kind.IsClass() && at.Kind != K.ClassBody)) break;
        }

        throw ts.Refuse(ErrorTable.RefactorUnsupported, expression, "Before this expression there is no place for a statement.", "Extract a constant, or a function.");
    }

    /// <summary>The edits; those of the expression itself come from the caller.</summary>
    /// <param name="declaration">The declaration without line end.</param>
    public IEnumerable<ProposedEdit> Edits(CodeText declaration) => Kind switch
    {
        InsertionKind.Statement => [BeforeStatement(declaration)],
        InsertionKind.ArrowBody => InArrow(declaration),
        _ => InBraces(declaration),
    };

    private string Indent => Lines.IndentOf(Around);

    private string Inner => Indent + Lines.UnitOf(Around.File);

    private ProposedEdit BeforeStatement(CodeText declaration)
    {
        var start = Around.Parent.Kind == K.Program && Around.Kind == K.ExportStatement ? Around.Start : Around.Start;
        return ProposedEdit.Insert(Around.File.Path, start, declaration.Write(Lines.BeginsLine(Around) ? "\n" + Indent : " "));
    }

    private IEnumerable<ProposedEdit> InArrow(CodeText declaration)
    {
        var (file, path) = (Around.File, Around.File.Path);
        var body = Around.Kind == K.ParenthesizedExpression ? Around.FirstNamed : Around;
        yield return new ProposedEdit(path, Around.Start, body.Start, CodeText.Of("{\n" + Inner).Append(declaration).Write($"\n{Inner}return "));
        yield return new ProposedEdit(path, body.End, Around.End, CodeText.Of($"{Lines.Semicolon(file)}\n{Indent}}}"));
    }

    private IEnumerable<ProposedEdit> InBraces(CodeText declaration)
    {
        var path = Around.File.Path;
        var text = Around.File.Text.Utf8.Span;
        var outer = Lines.IndentOf(Around.Parent.Kind == K.ElseClause ? Around.Parent.Parent : Around.Parent);
        var inner = outer + Lines.UnitOf(Around.File);
        var before = text[..Around.Start].TrimEnd(" \t\r\n"u8).Length;
        yield return new ProposedEdit(path, before, Around.Start, CodeText.Of(" {\n" + inner).Append(declaration).Write("\n" + inner));
        yield return ProposedEdit.Insert(path, Around.End, CodeText.Of($"\n{outer}}}"));
    }

    /// <summary>A statement without braces below an <c>if</c> or a loop.</summary>
    private static bool IsAlone(TsNode at, TsNode parent) => at.Kind is not (K.StatementBlock or K.ElseClause) && parent.Kind switch
    {
        K.IfStatement => at.Field is F.Consequence,
        K.ElseClause => true,
        K.ForStatement or K.ForInStatement or K.WhileStatement or K.DoStatement or K.LabeledStatement => at.Field == F.Body,
        _ => false,
    };
}
