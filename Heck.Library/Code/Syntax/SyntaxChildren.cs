namespace Heck.Code.Syntax;

/// <summary>The indices of a node's direct children, for <c>foreach</c>.</summary>
internal ref struct SyntaxChildren
{
    private readonly ReadOnlySpan<SyntaxNode> _nodes;
    private readonly int _end;
    private int _next;

    internal SyntaxChildren(ReadOnlySpan<SyntaxNode> nodes, int parent)
    {
        _nodes = nodes;
        _end = nodes[parent].Next;
        _next = parent + 1;
    }

    public int Current { get; private set; }

    public readonly SyntaxChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end) return false;
        Current = _next;
        _next = _nodes[_next].Next;
        return true;
    }
}
