namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>Tells attributes that are assigned from those that are read.</summary>
internal static class AssignedAttributes
{
    public static bool IsTarget(PythonNode attribute)
    {
        var node = attribute;
        while (node.Parent is { } parent)
        {
            if (node.Field == Fields.Left && (parent.Is(Kinds.Assignment) || parent.Is(Kinds.AugmentedAssignment) || parent.Is(Kinds.ForStatement) || parent.Is(Kinds.ForInClause))) return true;
            if (parent.Is(Kinds.AsPatternTarget)) return true;
            var isList = parent.Is(Kinds.PatternList) || parent.Is(Kinds.TuplePattern) || parent.Is(Kinds.ListPattern) || parent.Is(Kinds.ListSplatPattern) || parent.Is(Kinds.Tuple);
            if (!isList) return false;
            node = parent;
        }

        return false;
    }
}
