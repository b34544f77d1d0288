namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>A string with neither holes nor escapes: what it says and where its text begins.</summary>
internal readonly record struct StringLiteral(PythonNode Node, string Content, int Start)
{
    public static StringLiteral? Of(PythonNode? node)
    {
        if (node is not { } text || !text.Is(Kinds.String)) return null;
        var parts = text.Children.Where(c => !c.Is(Kinds.StringStart) && !IsEnd(c)).ToList();
        return parts.Count == 1 && parts[0].Is(Kinds.StringContent) && !parts[0].Children.Any() ? new StringLiteral(text, parts[0].Text, parts[0].Start) : null;
    }

    private static bool IsEnd(PythonNode node) => node.Kind == Kinds.StringEnd;
}
