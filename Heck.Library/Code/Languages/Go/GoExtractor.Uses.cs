using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

internal sealed partial class GoExtractor
{
    private void Use(ReadOnlySpan<SyntaxNode> nodes, int node, ReferenceRole role)
    {
        var mark = _marks[node];
        if (mark == Mark.Skip || nodes[node].IsMissing || _tree.Text(node).SequenceEqual("_"u8)) return;
        role = mark switch
        {
            Mark.Call => ReferenceRole.Call,
            Mark.Write => ReferenceRole.Write,
            Mark.Member => ReferenceRole.Member,
            Mark.Inherit => ReferenceRole.Inherit,
            _ => role,
        };
        _writer.Reference(nodes[node].Start, nodes[node].End, role);
    }

    /// <summary>Says to the children of a node what they are.</summary>
    private void MarkUses(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Parameter: MarkNames(nodes, node); break;
            case NodeRule.InterfaceType: MarkEmbedded(nodes, node); break;
            case NodeRule.Call: MarkField(node, _g.Function, Mark.Call); break;
            // f[int](x) is read as a conversion; only types tell it from a call.
            case NodeRule.Conversion: MarkField(node, _g.Type, Mark.Call); break;
            case NodeRule.Selector: PassOn(node, _g.FieldName); break;
            case NodeRule.GenericType: PassOn(node, _g.Type); break;
            case NodeRule.QualifiedType: PassOn(node, _g.Name); break;
            case NodeRule.Assignment: MarkList(nodes, _tree.ChildByField(node, _g.Left), Mark.Write); break;
            case NodeRule.Increment: MarkTarget(nodes, node + 1, Mark.Write); break;
            case NodeRule.ShortVariable: MarkList(nodes, _tree.ChildByField(node, _g.Left), Mark.Skip); break;
            case NodeRule.Range: MarkList(nodes, _tree.ChildByField(node, _g.Left), _tree.ChildOfKind(node, _g.Define) < 0 ? Mark.Write : Mark.Skip); break;
            case NodeRule.TypeSwitch: MarkList(nodes, _tree.ChildByField(node, _g.Alias), Mark.Skip); break;
            case NodeRule.KeyedElement: MarkKey(nodes, node); break;
        }
    }

    private void MarkNames(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        foreach (var child in _tree.Children(node))
            if (nodes[child].Field == _g.Name) _marks[child] = Mark.Skip;
    }

    /// <summary>An interface embeds a type; a union of types is a constraint.</summary>
    private void MarkEmbedded(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        if (nodes[node + 1].Next == nodes[node].Next && _writer.Scope == Extraction.ScopeKind.Type) _marks[node + 1] = Mark.Inherit;
    }

    private void MarkList(ReadOnlySpan<SyntaxNode> nodes, int list, Mark mark)
    {
        if (list < 0) return;
        foreach (var child in _tree.Children(list)) MarkTarget(nodes, child, mark);
    }

    private void MarkTarget(ReadOnlySpan<SyntaxNode> nodes, int target, Mark mark)
    {
        if (target < nodes.Length && (nodes[target].Kind == _g.Identifier || nodes[target].Kind == _g.SelectorExpression)) _marks[target] = mark;
    }

    /// <summary>The key of a composite literal is a field, unless it is one of a map.</summary>
    private void MarkKey(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var key = _tree.ChildByField(node, _g.Key);
        if (key >= 0 && nodes[key].Next == key + 2 && nodes[key + 1].Kind == _g.Identifier) _marks[key + 1] = Mark.Member;
    }

    private void PassOn(int node, ushort field)
    {
        if (_marks[node] is Mark.Call or Mark.Write or Mark.Inherit) MarkField(node, field, _marks[node]);
    }

    private void MarkField(int node, ushort field, Mark mark)
    {
        var child = _tree.ChildByField(node, field);
        if (child >= 0) _marks[child] = mark;
    }
}
