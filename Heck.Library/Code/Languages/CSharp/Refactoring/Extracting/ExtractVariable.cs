using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Refactoring.Effects;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Puts an expression into a variable in front of the statement that holds it.</summary>
internal sealed class ExtractVariable(CSharpScene scene, Selection selection, string name, CancellationToken ct)
{
    private CSharpSource Source => scene.Source;

    public Proposal Propose()
    {
        var expression = selection.Expression is { } whole ? whole : selection.Statements is [ExpressionStatementSyntax only] ? only.Expression : throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The range is no expression.");
        var type = new ExtractedType(scene, expression, ct);
        type.RefuseNoValue();
        ExtractedPlace.RefuseWritten(scene, expression, ct);
        RefuseTakenName(expression);
        var edits = ArrowBody(expression) is { } arrow ? InBlock(expression, arrow, type) : BeforeStatement(expression, type);
        return new Proposal($"Extract variable {name}", edits, scene.Shared.LedgerOf([(Source.Path, Source.OffsetOf(expression.SpanStart))]));
    }

    private List<ProposedEdit> BeforeStatement(ExpressionSyntax expression, ExtractedType type)
    {
        var statement = StatementOf(expression);
        RefuseOtherTime(expression, statement);
        if (statement is ExpressionStatementSyntax all && all.Expression == expression) return [CSharpScene.Insert(Source, expression.SpanStart, CodeText.Of($"{type.Declared(statement.SpanStart)} {name} = "))];
        if (!IsInBlock(statement)) return InNewBlock(expression, statement, type);
        var declaration = Declaration(expression, type, statement.SpanStart).Write("\n" + Source.IndentAt(statement.SpanStart));
        return [CSharpScene.Insert(Source, statement.SpanStart, declaration), CSharpScene.Edit(Source, expression.Span, CodeText.Of(name))];
    }

    private CodeText Declaration(ExpressionSyntax expression, ExtractedType type, int position) =>
        CodeText.Of($"{type.Declared(position)} {name} = ").Append(CSharpScene.Copy(Source, Bare(expression).Span)).Write(";");

    /// <summary>Parentheses around the whole are not needed in a declaration.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : expression;

    private static bool IsInBlock(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>The only statement of an <c>if</c> or a loop becomes one of two.</summary>
    private List<ProposedEdit> InNewBlock(ExpressionSyntax expression, StatementSyntax statement, ExtractedType type)
    {
        if (statement.Parent is not (IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax) || statement is IfStatementSyntax { Parent: ElseClauseSyntax })
            throw scene.Refuse(ErrorTable.RefactorControlFlow, "In front of this statement nothing can be declared.", statement, "in the way");
        var (outer, own) = (Source.IndentAt(statement.Parent!.SpanStart), Source.IndentAt(statement.SpanStart));
        if (outer == own || !Source.IsBlank(Source.LineStart(statement.SpanStart), statement.SpanStart)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The statement shares its line with what decides about it.", statement, "in the way");
        var open = Source.Text[Source.LineStart(statement.SpanStart)..statement.SpanStart];
        var start = CodeText.Of(outer[..0] + "{\n" + own).Append(Declaration(expression, type, statement.SpanStart)).Write("\n" + own);
        var lineStart = Source.LineStart(statement.SpanStart);
        return
        [
            CSharpScene.Edit(Source, TextSpan.FromBounds(lineStart, lineStart + open.Length), CodeText.Of(outer).Append(start)),
            CSharpScene.Edit(Source, expression.Span, CodeText.Of(name)),
            CSharpScene.Insert(Source, statement.Span.End, CodeText.Of("\n" + outer + "}")),
        ];
    }

    private static ArrowExpressionClauseSyntax? ArrowBody(ExpressionSyntax expression) =>
        expression.Ancestors().TakeWhile(a => a is not (StatementSyntax or AnonymousFunctionExpressionSyntax) || a is LocalFunctionStatementSyntax).OfType<ArrowExpressionClauseSyntax>().FirstOrDefault();

    /// <summary><c>=> value;</c> becomes a block.</summary>
    private List<ProposedEdit> InBlock(ExpressionSyntax expression, ArrowExpressionClauseSyntax arrow, ExtractedType type)
    {
        RefuseOtherTime(expression, arrow);
        if (arrow.Parent is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax) || !Source.IsBlank(arrow.Span.End + 1, Source.NextLine(arrow.Span.End)))
            throw scene.Refuse(ErrorTable.RefactorUnsupported, "This body has no place for a declaration.", arrow, "in the way");
        var indent = Source.IndentAt(arrow.Parent.SpanStart);
        var inner = indent + Indentation.UnitOf(Source.Document.Source);
        var start = arrow.GetFirstToken().GetPreviousToken().Span.End;
        var code = CodeText.Of($"{Braces.Open(Source, indent)}\n{inner}").Append(Declaration(expression, type, arrow.Expression.SpanStart)).Write($"\n{inner}{(GivesValue(arrow) ? "return " : "")}")
            .Append(CSharpScene.Copy(Source, TextSpan.FromBounds(arrow.Expression.SpanStart, expression.SpanStart))).Write(name).Append(CSharpScene.Copy(Source, TextSpan.FromBounds(expression.Span.End, arrow.Expression.Span.End))).Write($";\n{indent}}}");
        return [CSharpScene.Edit(Source, TextSpan.FromBounds(start, arrow.Span.End + 1), code)];
    }

    private bool GivesValue(ArrowExpressionClauseSyntax arrow) => Source.Model.GetDeclaredSymbol(arrow.Parent!, ct) is IMethodSymbol { ReturnsVoid: false } method
        && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 }) && arrow.Expression is not ThrowExpressionSyntax;

    private StatementSyntax StatementOf(ExpressionSyntax expression)
    {
        foreach (var node in expression.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax { ExpressionBody: not null }) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The expression is the body of a lambda, which has no statements.", node, "in the way");
            if (node is QueryClauseSyntax or SelectOrGroupClauseSyntax && node.Parent is not QueryExpressionSyntax) throw scene.Refuse(ErrorTable.RefactorSideEffects, "The expression is evaluated for each element of a query.", node, "in the way");
            if (node is ConstructorInitializerSyntax or AttributeSyntax or ParameterSyntax or PrimaryConstructorBaseTypeSyntax) break;
            if (node is StatementSyntax statement) return statement;
        }

        throw scene.Refuse(ErrorTable.RefactorUnsupported, "The expression stands in no statement.");
    }

    private void RefuseTakenName(ExpressionSyntax expression)
    {
        var function = expression.Ancestors().First(a => a is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        var taken = function.DescendantNodes(n => n is not TypeDeclarationSyntax || n == function).FirstOrDefault(n => n is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or ForEachStatementSyntax or CatchDeclarationSyntax or LocalFunctionStatementSyntax
            && Source.Model.GetDeclaredSymbol(n, ct) is ILocalSymbol or IParameterSymbol or IMethodSymbol && Source.Model.GetDeclaredSymbol(n, ct)!.Name == CSharpNameRule.Plain(name));
        if (taken is not null && Source.Model.GetDeclaredSymbol(taken, ct)?.Name == CSharpNameRule.Plain(name)) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared already.", taken, "in the way");
    }

    /// <summary>In front of the statement it must give the same, and what it does must be done no earlier and no more often.</summary>
    private void RefuseOtherTime(ExpressionSyntax expression, SyntaxNode outer)
    {
        var effects = new EffectReader(Source.Model, ct);
        var effect = effects.Of(expression);
        if (expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(n => IsDeclaredIn(n, outer, expression)) is { } inner)
            throw scene.Refuse(ErrorTable.RefactorCapture, $"'{inner.Identifier.ValueText}' is declared by the statement itself.", inner, "use");
        if (effect == Effect.None) return;
        var evaluation = new EvaluationReader(effects).Of(expression, outer);
        if (evaluation.IsRepeated) throw Refuse("is evaluated each time the loop turns", outer);
        if (evaluation.IsDeferred) throw Refuse("is evaluated later", outer);
        if (effect >= Effect.ReadsVariables && evaluation.Before == Effect.Acts) throw Refuse("is evaluated after something that may change it", outer);
        if (effect >= Effect.ReadsVariables && evaluation.IsConditional && (effect >= Effect.ReadsState || MayFail(expression))) throw Refuse("is not evaluated always", outer);
        if (effect == Effect.Acts && evaluation.Before == Effect.ReadsState) throw Refuse("may change what is read before it", outer);
    }

    private static bool MayFail(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(n => n is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or CastExpressionSyntax);

    private bool IsDeclaredIn(IdentifierNameSyntax use, SyntaxNode outer, ExpressionSyntax expression) =>
        Source.Model.GetSymbolInfo(use, ct).Symbol is ILocalSymbol or IRangeVariableSymbol or IParameterSymbol
        && Source.Model.GetSymbolInfo(use, ct).Symbol!.DeclaringSyntaxReferences is [var reference, ..] && outer.Span.Contains(reference.Span) && !expression.Span.Contains(reference.Span);

    private HeckException Refuse(string why, SyntaxNode outer) => scene.Refuse(ErrorTable.RefactorSideEffects, $"The expression {why}.", outer, "would be evaluated before");
}
