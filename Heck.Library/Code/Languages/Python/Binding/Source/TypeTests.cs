namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>Finds the test by <c>isinstance</c> that a use of a name has passed: around it, before it in its block, or to its left.</summary>
internal static class TypeTests
{
    /// <summary>The classes that the tested name's value is one of; null without a test.</summary>
    public static IEnumerable<PythonNode>? Of(PythonNode name)
    {
        for (var node = name; node.Parent is { } parent; node = parent)
        {
            if (parent.Is(Kinds.FunctionDefinition) || parent.Is(Kinds.ClassDefinition) || parent.Is(Kinds.Lambda)) return null;
            if ((InCondition(parent, node, name) ?? (parent.Is(Kinds.Block) ? Before(parent, node, name) : null)) is { } test) return Classes(test);
            if (parent.Is(Kinds.Block) && parent.Children.TakeWhile(c => c != node).Any(c => Binds(c, name))) return null;
        }

        return null;
    }

    /// <summary><c>if isinstance(x, C): here</c>, <c>isinstance(x, C) and here</c>, <c>here if isinstance(x, C) else …</c>.</summary>
    private static PythonNode? InCondition(PythonNode parent, PythonNode node, PythonNode name)
    {
        if (node.Field == Fields.Consequence) return Positive(parent.Child(Fields.Condition), name);
        if (parent.Is(Kinds.BooleanOperator) && node.Field == Fields.Right && parent.Child(Fields.Operator)?.Text == "and") return Positive(parent.Child(Fields.Left), name);
        return parent.Is(Kinds.ConditionalExpression) && parent.Children.ToList() is [var value, var condition, _] && value == node ? Positive(condition, name) : null;
    }

    /// <summary><c>assert isinstance(x, C)</c>, or <c>if not isinstance(x, C): return</c>, before the statement and with no assignment of the name between.</summary>
    private static PythonNode? Before(PythonNode block, PythonNode statement, PythonNode name)
    {
        foreach (var earlier in block.Children.TakeWhile(c => c != statement).Reverse())
        {
            var test = earlier.Is(Kinds.AssertStatement) ? Positive(earlier.FirstChild, name)
                : earlier.Is(Kinds.IfStatement) && Leaves(earlier) ? Negated(earlier.Child(Fields.Condition), name) : null;
            if (test is not null) return test;
            if (Binds(earlier, name)) return null;
        }

        return null;
    }

    private static bool Binds(PythonNode statement, PythonNode name) =>
        statement.Descendants(Kinds.Identifier).Any(i => i.Text == name.Text && i.File.SiteOf(i) is { Binds: true });

    private static PythonNode? Positive(PythonNode? condition, PythonNode name)
    {
        if (condition is not { } node) return null;
        if (node.Is(Kinds.ParenthesizedExpression)) return Positive(node.FirstChild, name);
        if (node.Is(Kinds.BooleanOperator) && node.Child(Fields.Operator)?.Text == "and") return Positive(node.Child(Fields.Left), name) ?? Positive(node.Child(Fields.Right), name);
        var isTest = node.Is(Kinds.Call) && node.Child(Fields.Function)?.Text == "isinstance" && node.Child(Fields.Arguments)?.Children.ToList() is [var tested, _] && tested.Is(Kinds.Identifier) && tested.Text == name.Text;
        return isTest ? node : null;
    }

    private static PythonNode? Negated(PythonNode? condition, PythonNode name) =>
        condition is { } node && node.Is(Kinds.NotOperator) ? Positive(node.FirstChild, name) : null;

    private static bool Leaves(PythonNode test) => test.Child(Fields.Consequence)?.LastChild is { } last
        && (last.Is(Kinds.ReturnStatement) || last.Is(Kinds.RaiseStatement) || last.Is(Kinds.ContinueStatement) || last.Is(Kinds.BreakStatement));

    private static IEnumerable<PythonNode> Classes(PythonNode test)
    {
        var classes = test.Child(Fields.Arguments)!.Value.Children.Last();
        return classes.Is(Kinds.Tuple) ? classes.Children : [classes];
    }
}
