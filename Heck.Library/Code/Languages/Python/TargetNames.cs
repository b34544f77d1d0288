using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

/// <summary>The plain names that an assignment target binds: not attributes, not elements.</summary>
internal ref struct TargetNames(PythonGrammar grammar, ReadOnlySpan<SyntaxNode> nodes, int target)
{
    private readonly ReadOnlySpan<SyntaxNode> _nodes = nodes;
    private readonly int _end = target < 0 ? -1 : nodes[target].Next;
    private int _next = target;

    public int Current { get; private set; }

    public bool MoveNext()
    {
        while (_next >= 0 && _next < _end)
        {
            var node = _next;
            var kind = _nodes[node].Kind;
            _next = kind == grammar.AttributeNode || kind == grammar.Subscript || kind == grammar.Call ? _nodes[node].Next : node + 1;
            if (kind != grammar.Identifier) continue;
            Current = node;
            return true;
        }

        return false;
    }
}
