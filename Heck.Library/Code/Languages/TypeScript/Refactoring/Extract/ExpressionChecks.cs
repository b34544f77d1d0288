using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Refactoring.Inline;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Whether an expression can be taken out of its place at all.</summary>
internal static class ExpressionChecks
{
    /// <exception cref="HeckException"><c>refactor.invalid_range</c> or <c>refactor.unsupported</c>.</exception>
    public static void RefuseShape(TsScene ts, TsNode expression)
    {
        var parent = expression.Parent;
        if (parent.Kind == K.CallExpression && expression.Field == F.Function && Effects.Core(expression).Kind is K.MemberExpression or K.SubscriptExpression or K.Super)
            throw Invalid(ts, expression, "A method taken from its object would lose its 'this'");
        if (parent.Kind is K.MemberExpression or K.SubscriptExpression or K.CallExpression or K.NonNullExpression && expression.Field is F.Object or F.Function or F.None && Precedence.IsOptionalChain(expression))
            throw Invalid(ts, expression, "It is the beginning of an optional chain, which would no longer end early");
        if (parent.Kind == K.BinaryExpression && expression.Kind == K.String && !expression.File.IsJavaScript && parent.Named.Any(o => o.Kind == K.UnaryExpression && o.Get(F.Operator).Text == T.Typeof))
            throw Invalid(ts, expression, "What typeof is compared with must be written there, else it tells no type");
        if (parent.Kind is K.Decorator or K.ExtendsClause or K.ClassHeritage || expression.Kind == K.Super) throw Invalid(ts, expression, "It belongs to a class's head");
    }

    /// <summary>A function whose parameters have no types, in a place that gave them: alone they would be of type any.</summary>
    public static bool NeedsContext(TsNode expression)
    {
        if (expression.File.IsJavaScript) return false;
        var core = expression.Unwrapped();
        return core.Kind switch
        {
            K.ArrowFunction or K.FunctionExpression or K.GeneratorFunction => core.Get(F.Parameter).Exists || core.Get(F.Parameters).Named.Any(p => p.Get(F.Type).IsNone && p.Get(F.Value).IsNone),
            K.Array => core.Named.Any() is false || core.Named.Any(e => NeedsContext(e) || IsLiteral(e)),
            K.Object => core.Named.Any(p => (p.Kind == K.Pair && (NeedsContext(p.Get(F.Value)) || IsLiteral(p.Get(F.Value)))) || (p.Kind == K.MethodDefinition && p.Get(F.Parameters).Named.Any(q => q.Get(F.Type).IsNone))),
            K.TernaryExpression => NeedsContext(core.Get(F.Consequence)) || NeedsContext(core.Get(F.Alternative)),
            _ => false,
        };
    }

    /// <summary>What is evaluated between the beginning of a statement and an expression in it, refused where it would come after it.</summary>
    /// <exception cref="HeckException"><c>refactor.side_effects</c>.</exception>
    public static void RefuseOrder(TsScene ts, TsNode expression, TsNode until)
    {
        var effect = ts.Effects.Of(expression);
        for (var at = expression; at != until && at.Parent.Exists; at = at.Parent)
        {
            var parent = at.Parent;
            if (effect == Effect.None) continue;
            if (EvaluationOrder.IsRepeated(at, parent) && (parent != until || !parent.Kind.Equals(K.ForInStatement))) throw Moves(ts, expression, "it is evaluated in every round of a loop");
            if (EvaluationOrder.IsConditional(at, parent)) throw Moves(ts, expression, "it is evaluated only on some ways");
            var before = ts.Effects.Of(EvaluationOrder.EvaluatedBefore(at, parent));
            if (before == Effect.Does || (before == Effect.Reads && effect == Effect.Does)) throw Moves(ts, expression, "code before it would be evaluated after it");
        }
    }

    /// <summary>Names that the statement itself declares are not there before it.</summary>
    public static void RefuseNamesOf(TsScene ts, TsNode expression, TsNode statement)
    {
        var own = ts.Names.AllIn(expression).Where(n => n.Symbol.Declarations.Exists(d => statement.Contains(d.Name) && !expression.Contains(d.Name))).Select(n => n.Name).ToList();
        if (own.Count > 0) throw ts.Refuse(ErrorTable.RefactorCapture, expression, $"'{own[0].Text}' is declared by the statement itself.", own, "hurt");
    }

    private static bool IsLiteral(TsNode node) => node.Unwrapped().Kind is K.String or K.Number or K.True or K.False or K.TemplateString;

    private static HeckException Invalid(TsScene ts, TsNode expression, string why) => ts.Refuse(ErrorTable.RefactorInvalidRange, expression, $"{why}.", "Select the whole of it.");

    private static HeckException Moves(TsScene ts, TsNode expression, string why) => ts.Refuse(ErrorTable.RefactorSideEffects, expression, $"The expression cannot be evaluated before its statement: {why}.", [expression], "hurt");
}
