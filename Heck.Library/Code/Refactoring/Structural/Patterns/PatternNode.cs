namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>A node of a pattern: a hole, a leaf with its text, or an inner node with children.</summary>
/// <param name="Kind">The grammar's kind; of no meaning for a hole.</param>
/// <param name="Hole">The metavariable that the node is, or null.</param>
/// <param name="Text">The text of a leaf, UTF-8; empty for others.</param>
/// <param name="Children">The children of an inner node.</param>
/// <param name="IsNamed">Whether the grammar names the node, which it does not for punctuation and keywords.</param>
internal sealed record PatternNode(ushort Kind, MetaVariable? Hole, byte[] Text, PatternNode[] Children, bool IsNamed)
{
    public bool IsLeaf => Children.Length == 0;

    /// <summary>A comma or semicolon, which stands or falls with its neighbours.</summary>
    public bool IsSeparator { get; } = Hole is null && Children.Length == 0 && Separators.Are(Text);

    public IEnumerable<PatternNode> Leaves() => IsLeaf ? [this] : Children.SelectMany(c => c.Leaves());
}
