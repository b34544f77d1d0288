using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>How control leaves code.</summary>
internal static class ControlFlow
{
    /// <summary>A jump that leads out of the code or into it, a deferred call, a recover; none when the code is entered at its beginning and left at its end.</summary>
    public static GoNode Leaving(Selection selection)
    {
        foreach (var node in selection.OwnNodes)
        {
            switch (node.Kind)
            {
                case K.DeferStatement or K.FallthroughStatement when node.Kind == K.DeferStatement || !selection.Holds(node.Ancestor(K.ExpressionSwitchStatement)):
                case K.CallExpression when node.Get(F.Function).Text == "recover":
                    return node;
                case K.BreakStatement or K.ContinueStatement or K.GotoStatement when !Stays(node, selection):
                    return node;
                case K.LabeledStatement when JumpsTo(node, selection).Exists:
                    return JumpsTo(node, selection);
            }
        }

        return default;
    }

    private static bool Stays(GoNode jump, Selection selection)
    {
        if (jump.FirstNamed is { Kind: K.LabelName } label) return jump.File.Scopes.FindLabel(label) is { } target && selection.Holds(target.NameNode);
        var around = jump.Kind == K.ContinueStatement ? jump.Ancestor(K.ForStatement) : jump.Ancestor(K.ForStatement, K.ExpressionSwitchStatement, K.TypeSwitchStatement, K.SelectStatement);
        return around.Exists && selection.Holds(around);
    }

    private static GoNode JumpsTo(GoNode labeled, Selection selection)
    {
        var label = labeled.File.Scopes.DeclaredAt(labeled.Get(F.Label));
        var function = Locals.FunctionOf(labeled);
        return GoScene.Below(function).FirstOrDefault(n => n.Kind == K.LabelName && !selection.Holds(n) && n.File.Scopes.FindLabel(n) == label);
    }

    /// <summary>Whether a statement never goes on to the next, as the specification counts.</summary>
    public static bool IsTerminating(GoNode statement) => statement.Kind switch
    {
        K.ReturnStatement or K.GotoStatement => true,
        K.ExpressionStatement => statement.FirstNamed is { Kind: K.CallExpression } call && call.Get(F.Function).Text == "panic",
        K.Block => Ends(statement),
        K.IfStatement => Ends(statement.Get(F.Consequence)) && statement.Get(F.Alternative) is { Exists: true } other && IsTerminating(other),
        K.ForStatement => !Breaks(statement) && !statement.Named.Any(n => n.Field != F.Body && n.Kind is not K.ForClause || n.Kind == K.RangeClause || (n.Kind == K.ForClause && n.Get(F.Condition).Exists)),
        K.ExpressionSwitchStatement or K.TypeSwitchStatement => !Breaks(statement) && statement.Get(K.DefaultCase).Exists && Clauses(statement).All(c => Ends(c) || c.Get(K.StatementList).Named.LastOrDefault().Kind == K.FallthroughStatement),
        K.SelectStatement => !Breaks(statement) && Clauses(statement).All(Ends),
        K.LabeledStatement => IsTerminating(statement.Named.LastOrDefault()),
        _ => false,
    };

    private static IEnumerable<GoNode> Clauses(GoNode statement) => statement.Named.Where(n => n.Kind is K.ExpressionCase or K.TypeCase or K.DefaultCase or K.CommunicationCase);

    private static bool Ends(GoNode block) => block.Get(K.StatementList).Named.LastOrDefault() is { Exists: true } last && IsTerminating(last);

    private static bool Breaks(GoNode statement) => GoScene.Below(statement).Any(n => n.Kind == K.BreakStatement
        && (n.FirstNamed is { Kind: K.LabelName } label ? statement.Parent.Kind == K.LabeledStatement && statement.Parent.Get(F.Label).Text == label.Text : n.Ancestor(K.ForStatement, K.ExpressionSwitchStatement, K.TypeSwitchStatement, K.SelectStatement) == statement));
}
