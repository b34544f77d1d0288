using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Effects;

/// <summary>Says when an expression is evaluated in what surrounds it.</summary>
internal sealed class EvaluationReader(EffectReader effects)
{
    /// <param name="inner">The expression.</param>
    /// <param name="outer">A node that holds it, from whose beginning is asked.</param>
    public Evaluation Of(SyntaxNode inner, SyntaxNode outer)
    {
        var result = default(Evaluation);
        for (var (child, parent) = (inner, inner.Parent); parent is not null && child != outer; (child, parent) = (parent, parent.Parent))
        {
            result = new Evaluation(
                (Effect)Math.Max((int)result.Before, (int)Before(child, parent)), result.IsConditional || IsConditional(child, parent), result.IsRepeated || IsRepeated(child, parent),
                result.IsDeferred || IsDeferred(child, parent), result.IsGuarded || IsGuarded(child, parent));
        }

        return result;
    }

    private Effect Before(SyntaxNode child, SyntaxNode parent)
    {
        if (parent is AssignmentExpressionSyntax assignment && assignment.Right == child) return BeforeAssigned(assignment);
        if (parent is InvocationExpressionSyntax invocation && invocation.ArgumentList == child) return effects.OfAll(invocation.Expression);
        if (parent is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax && parent.ChildNodes().Any(s => s.Span.End <= child.SpanStart && s is not (LocalFunctionStatementSyntax or SwitchLabelSyntax or EmptyStatementSyntax or UsingDirectiveSyntax)))
            return parent.ChildNodes().Where(s => s.Span.End <= child.SpanStart).Select(OfStatement).Max();
        return parent.ChildNodes().Where(s => s.Span.End <= child.SpanStart && s is not (BaseParameterSyntax or BaseParameterListSyntax or AttributeListSyntax or TypeSyntax { Parent: VariableDeclarationSyntax or ObjectCreationExpressionSyntax or CastExpressionSyntax })).Select(effects.OfAll).DefaultIfEmpty(Effect.None).Max();
    }

    /// <summary>What a statement between two others does: a declaration or an assignment of a variable no more than its value.</summary>
    public Effect OfStatement(SyntaxNode statement) => statement switch
    {
        LocalFunctionStatementSyntax or EmptyStatementSyntax or UsingDirectiveSyntax or SwitchLabelSyntax => Effect.None,
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } local => local.Declaration.Variables.Select(v => v.Initializer is { } value ? effects.Of(value.Value) : Effect.None).Max(),
        GlobalStatementSyntax global => OfStatement(global.Statement),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } assignment } when effects.IsVariable(name) => effects.Of(assignment.Right),
        _ => effects.OfAll(statement),
    };

    /// <summary>Of the left side only what is found out before the right one: the variable itself is not read.</summary>
    private Effect BeforeAssigned(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        _ when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => effects.Of(assignment.Left),
        IdentifierNameSyntax or DeclarationExpressionSyntax or TupleExpressionSyntax => Effect.None,
        MemberAccessExpressionSyntax access => effects.OfAll(access.Expression),
        ElementAccessExpressionSyntax element => (Effect)Math.Max((int)effects.OfAll(element.Expression), (int)effects.OfAll(element.ArgumentList)),
        _ => Effect.Acts,
    };

    private static bool IsConditional(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary => binary.Right == child,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Right == child,
        ConditionalExpressionSyntax conditional => conditional.Condition != child,
        ConditionalAccessExpressionSyntax access => access.WhenNotNull == child,
        SwitchExpressionSyntax choice => choice.GoverningExpression != child,
        SwitchExpressionArmSyntax or SwitchSectionSyntax or CatchClauseSyntax or CatchFilterClauseSyntax or ElseClauseSyntax => true,
        IfStatementSyntax statement => statement.Condition != child,
        SwitchStatementSyntax statement => statement.Expression != child,
        _ => false,
    };

    private static bool IsRepeated(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        WhileStatementSyntax or DoStatementSyntax => true,
        ForStatementSyntax loop => loop.Declaration != child && !loop.Initializers.Any(i => i == child),
        ForEachStatementSyntax loop => loop.Expression != child,
        ForEachVariableStatementSyntax loop => loop.Expression != child,
        _ => false,
    };

    private static bool IsDeferred(SyntaxNode child, SyntaxNode parent) => parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax || (parent is QueryExpressionSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax or QueryBodySyntax && child is not FromClauseSyntax);

    private static bool IsGuarded(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        TryStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax or CheckedExpressionSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax => true,
        LockStatementSyntax statement => statement.Statement == child,
        UsingStatementSyntax statement => statement.Statement == child,
        _ => false,
    };
}
