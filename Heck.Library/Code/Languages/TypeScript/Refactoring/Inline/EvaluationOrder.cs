using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Inline;

/// <summary>Whether a value that is evaluated at its declaration may be evaluated at its uses instead.</summary>
internal sealed class EvaluationOrder(TsScene ts, TsNode asked, TsNode declarator, TsNode value)
{
    private readonly Effect _effect = ts.Effects.Of(value);

    /// <exception cref="HeckException"><c>refactor.side_effects</c>: it would be evaluated at another time, more often, or not at all.</exception>
    public void Refuse(IReadOnlyList<TsNode> uses)
    {
        if (uses.Count > 1 && _effect == Effect.Does) throw Refusal("would be evaluated once for each use", uses);
        if (uses.Count > 1 && Effects.IsFreshObject(value)) throw Refusal("would be made anew for each use", uses);
        foreach (var use in uses) Refuse(use);
    }

    private void Refuse(TsNode use)
    {
        var isNested = Containers.FunctionOf(use) != Containers.FunctionOf(declarator);
        if (isNested && (_effect != Effect.None || Effects.IsFreshObject(value))) throw Refusal("would be evaluated when the function around the use is called", [use]);
        if (Containers.OwnWordsIn(value).Any() && Containers.ThisOf(use) != Containers.ThisOf(declarator)) throw Refusal("uses 'this', 'super' or 'arguments', which mean something else at the use", [use]);
        if (isNested || (_effect == Effect.None && !Effects.IsFreshObject(value))) return;
        if (use.Start < declarator.Start) throw Refusal("is used before it is declared", [use]);
        RefusePath(use);
    }

    /// <summary>What lies between the declaration and the use, in the order of evaluation.</summary>
    private void RefusePath(TsNode use)
    {
        var home = Containers.StatementOf(declarator);
        var later = declarator.Parent.All(Binding.Syntax.K.VariableDeclarator).Where(d => d.Start > declarator.Start && !d.Contains(use)).Where(d => d.Start < use.Start);
        RefuseBetween(ts.Effects.Of(later), use);
        var at = use;
        for (; at.Parent.Exists && at.Parent != home.Parent && at != home; at = at.Parent) RefuseStep(at, at.Parent, use);
        RefuseBetween(ts.Effects.Of(home.Parent.Named.Where(s => s.Start > home.Start && s.End <= at.Start)), use);
    }

    private void RefuseStep(TsNode child, TsNode parent, TsNode use)
    {
        if (IsRepeated(child, parent)) throw Refusal("would be evaluated in every round of a loop", [use]);
        if (_effect == Effect.Does && IsConditional(child, parent)) throw Refusal("would be evaluated only on some ways", [use]);
        RefuseBetween(ts.Effects.Of(EvaluatedBefore(child, parent)), use);
    }

    /// <summary>The parts of a node that are evaluated before one of them.</summary>
    public static IEnumerable<TsNode> EvaluatedBefore(TsNode child, TsNode parent)
    {
        foreach (var sibling in parent.Named.Where(n => n.Start < child.Start && n.Field != F.Operator))
        {
            // A target is only found before its value is, and a method only looked up before its arguments are.
            if (sibling.Field is F.Left or F.Function && parent.Kind is K.AssignmentExpression or K.CallExpression)
            {
                if (sibling.Kind is K.MemberExpression or K.SubscriptExpression) yield return sibling.Get(F.Object);
                else if (sibling.Kind != K.Identifier && !sibling.Kind.IsPattern()) yield return sibling;
            }
            else
            {
                yield return sibling;
            }
        }
    }

    public static bool IsConditional(TsNode child, TsNode parent) => parent.Kind switch
    {
        K.TernaryExpression => child.Field != F.Condition,
        K.BinaryExpression => child.Field == F.Right && parent.Get(F.Operator).Text is "&&" or "||" or "??",
        K.AugmentedAssignmentExpression => child.Field == F.Right && parent.Get(F.Operator).Text is "&&=" or "||=" or "??=",
        K.AssignmentPattern or K.ObjectAssignmentPattern => child.Field == F.Right,
        K.CallExpression => child.Field == F.Arguments && Precedence.IsOptionalChain(parent),
        K.SubscriptExpression => child.Field == F.Index && Precedence.IsOptionalChain(parent),
        K.IfStatement => child.Field != F.Condition,
        K.SwitchStatement => child.Field == F.Body,
        K.TryStatement or K.ElseClause => true,
        _ => false,
    };

    public static bool IsRepeated(TsNode child, TsNode parent) => parent.Kind switch
    {
        K.WhileStatement or K.DoStatement => true,
        K.ForStatement => child.Kind is not (K.LexicalDeclaration or K.VariableDeclaration) && !IsInitializer(child, parent),
        K.ForInStatement => child.Field != F.Right,
        _ => false,
    };

    private static bool IsInitializer(TsNode child, TsNode parent) => parent.Children.Where(c => c.Text != "(" && c.Text != "for").FirstOrDefault() == child;

    private void RefuseBetween(Effect between, TsNode use)
    {
        if (between == Effect.Does || (between == Effect.Reads && _effect == Effect.Does)) throw Refusal("would be evaluated after code that may change it, or that it may change", [use]);
    }

    private HeckException Refusal(string what, IEnumerable<TsNode> places) =>
        ts.Refuse(ErrorTable.RefactorSideEffects, asked, $"The value of '{asked.Text}' {what}.", places, "used");
}
