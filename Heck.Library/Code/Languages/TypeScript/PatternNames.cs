using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>The names that a destructuring pattern (or a plain name) binds or writes: not keys, not default values, not members.</summary>
internal ref struct PatternNames(TypeScriptGrammar grammar, ReadOnlySpan<SyntaxNode> nodes, int pattern)
{
    private readonly ReadOnlySpan<SyntaxNode> _nodes = nodes;
    private readonly int _end = pattern < 0 ? -1 : nodes[pattern].Next;
    private readonly int _root = pattern;
    private int _next = pattern;

    public int Current { get; private set; }

    public bool MoveNext()
    {
        while (_next >= 0 && _next < _end)
        {
            var node = _next;
            var kind = _nodes[node].Kind;
            var opaque = IsOpaque(node, kind);
            _next = opaque ? _nodes[node].Next : node + 1;
            if (opaque || (kind != grammar.Identifier && kind != grammar.ShorthandPattern)) continue;
            Current = node;
            return true;
        }

        return false;
    }

    private readonly bool IsOpaque(int node, ushort kind)
    {
        if (kind == grammar.MemberExpression || kind == grammar.SubscriptExpression) return true;
        return node != _root && (_nodes[node].Field == grammar.Right || _nodes[node].Field == grammar.Key);
    }
}
