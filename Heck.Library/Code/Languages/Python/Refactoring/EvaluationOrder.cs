using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>When an expression is evaluated within its statement.</summary>
internal static class EvaluationOrder
{
    /// <summary>Whether an expression is evaluated exactly once each time its statement is run, before anything that the statement holds in blocks.</summary>
    public static bool IsOnce(PythonNode expression, PythonNode statement)
    {
        for (var at = expression; at != statement; at = at.Parent!.Value)
        {
            if (!IsOnceIn(at, at.Parent!.Value)) return false;
        }

        return true;
    }

    /// <summary>Parts of a statement that are evaluated before one of its expressions.</summary>
    public static IEnumerable<PythonNode> Before(PythonNode expression, PythonNode statement)
    {
        for (var at = expression; at != statement; at = at.Parent!.Value)
        {
            var parent = at.Parent!.Value;
            if (parent.Is(Kinds.Assignment))
            {
                if (at.Field == Fields.Left && parent.Child(Fields.Right) is { } right) yield return right;
                continue;
            }

            foreach (var earlier in parent.Children.Where(c => c.Start < at.Start && !c.IsBlock)) yield return earlier;
        }
    }

    /// <summary>Whether an expression lies in a loop, comprehension, lambda or function inside of an outer node.</summary>
    public static bool IsRepeated(PythonNode expression, PythonNode outer)
    {
        for (var at = expression; at != outer; at = at.Parent!.Value)
        {
            var parent = at.Parent!.Value;
            if (parent.Is(Kinds.WhileStatement) || parent.Is(Kinds.ForStatement) && at.Field != Fields.Right || parent.Is(Kinds.Lambda) || IsComprehensionInside(at, parent)) return true;
            if ((parent.Is(Kinds.FunctionDefinition) || parent.Is(Kinds.ClassDefinition)) && at.Field == Fields.Body) return true;
        }

        return false;
    }

    private static bool IsOnceIn(PythonNode at, PythonNode parent)
    {
        if (parent.Is(Kinds.BooleanOperator)) return at.Field == Fields.Left;
        if (parent.Is(Kinds.ConditionalExpression)) return parent.Children.ElementAt(1) == at;
        if (parent.Is(Kinds.ComparisonOperator)) return parent.Children.Take(2).Contains(at);
        if (parent.Is(Kinds.AssertStatement)) return parent.FirstChild == at;
        if (parent.Is(Kinds.Lambda) || parent.Is(Kinds.ElifClause) || parent.Is(Kinds.ElseClause) || parent.Is(Kinds.WhileStatement) || parent.Is(Kinds.CaseClause) || parent.Is(Kinds.ExceptClause) || parent.Is(Kinds.FinallyClause)) return false;
        return !IsComprehensionInside(at, parent) && !at.Is(Kinds.Block);
    }

    private static bool IsComprehensionInside(PythonNode at, PythonNode parent)
    {
        if (parent.Is(Kinds.ForInClause)) return at.Field != Fields.Right || parent.Parent!.Value.ChildOfKind(Kinds.ForInClause) != parent;
        var isComprehension = parent.Is(Kinds.ListComprehension) || parent.Is(Kinds.SetComprehension) || parent.Is(Kinds.DictionaryComprehension) || parent.Is(Kinds.GeneratorExpression);
        return isComprehension && parent.ChildOfKind(Kinds.ForInClause) != at;
    }
}
