namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>The names that a module lists in <c>__all__</c>.</summary>
internal static class ExportLists
{
    /// <summary>The strings assigned to, added to, or appended to the list at the top of the file.</summary>
    public static IEnumerable<StringLiteral> Of(PythonFile file) => file.SitesOf("__all__")
        .Where(s => s.Scope == file.Module)
        .Select(s => ValueOf(s.Node)).OfType<PythonNode>()
        .SelectMany(Strings);

    /// <summary>Whether the list is made of more than strings, so that any name may be in it.</summary>
    public static bool IsOpen(PythonFile file) => file.SitesOf("__all__")
        .Where(s => s.Scope == file.Module)
        .Select(s => ValueOf(s.Node)).OfType<PythonNode>()
        .Any(v => v.Is(Kinds.Identifier) || v.Descendants(Kinds.Identifier).Any());

    private static PythonNode? ValueOf(PythonNode name)
    {
        var parent = name.Parent!.Value;
        if (parent.Is(Kinds.Assignment) || parent.Is(Kinds.AugmentedAssignment)) return name.Field == Fields.Left ? parent.Child(Fields.Right) : null;
        return parent.Is(Kinds.Attribute) && parent.Parent is { } call && call.Is(Kinds.Call) ? call.Child(Fields.Arguments) : null;
    }

    private static IEnumerable<StringLiteral> Strings(PythonNode value)
    {
        if (StringLiteral.Of(value) is { } literal) return [literal];
        var isList = value.Is(Kinds.List) || value.Is(Kinds.Tuple) || value.Is(Kinds.ArgumentList) || value.Is(Kinds.BinaryOperator) || value.Is(Kinds.ExpressionList) || value.Is(Kinds.ParenthesizedExpression) || value.Is(Kinds.ListSplat);
        return isList ? value.Children.SelectMany(Strings) : [];
    }
}
