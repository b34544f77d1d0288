using Heck.Code.Syntax;

namespace Heck.Code.Languages;

/// <summary>What a language cannot read in a file.</summary>
/// <param name="Count">How many errors.</param>
/// <param name="Offsets">Where they are, in bytes of the UTF-8; errors without a visible place are not among them, but for the first.</param>
internal sealed record SyntaxFaults(int Count, IReadOnlyList<int> Offsets)
{
    public static SyntaxFaults None { get; } = new(0, []);

    public static SyntaxFaults Of(SyntaxTree tree)
    {
        if (tree.ErrorCount == 0) return None;
        var offsets = new SortedSet<int> { tree.FirstErrorOffset };
        foreach (var node in tree.Nodes)
        {
            if (node.IsError || node.IsMissing) offsets.Add(node.Start);
        }

        return new SyntaxFaults(tree.ErrorCount, [.. offsets]);
    }
}
