using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

internal sealed partial class PythonExtractor
{
    private void Use(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var mark = _marks[node];
        if (mark == Mark.Skip || nodes[node].IsMissing) return;
        var role = mark switch
        {
            Mark.Call => ReferenceRole.Call,
            Mark.Write => ReferenceRole.Write,
            Mark.Inherit => ReferenceRole.Inherit,
            Mark.Import => ReferenceRole.Import,
            Mark.Member when node >= _typeEnd => ReferenceRole.Member,
            _ => node < _typeEnd || mark == Mark.Type ? ReferenceRole.Type : ReferenceRole.Read,
        };
        _writer.Reference(nodes[node].Start, nodes[node].End, role);
    }

    /// <summary>Says to the children of a node what they are.</summary>
    private void MarkUses(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Call: ReadCall(nodes, node); break;
            case NodeRule.Attribute: MarkMember(node); break;
            case NodeRule.Decorator: MarkCalled(nodes, node + 2); break;
            case NodeRule.Keyword: MarkField(node, _g.Name, Mark.Member); break;
            case NodeRule.Type: _typeEnd = Math.Max(_typeEnd, nodes[node].Next); break;
            case NodeRule.Lambda: _writer.Open(nodes[node].Next, ScopeKind.Function); break;
            case NodeRule.Parameters: MarkParameters(nodes, node); break;
            case NodeRule.Parameter: MarkNames(nodes, _tree.ChildByField(node, _g.Name), Mark.Skip); break;
            case NodeRule.TypedParameter: MarkNames(nodes, node + 1, Mark.Skip); break;
            case NodeRule.For: MarkWritten(nodes, _tree.ChildByField(node, _g.Left)); break;
            case NodeRule.ComprehensionFor: MarkNames(nodes, _tree.ChildByField(node, _g.Left), Mark.Skip); break;
            case NodeRule.Target: MarkWritten(nodes, node); break;
            case NodeRule.Walrus: MarkField(node, _g.Name, Mark.Write); break;
            case NodeRule.CasePattern: MarkCapture(nodes, node); break;
            case NodeRule.ClassPattern: MarkLast(nodes, node + 1, Mark.Type); break;
            case NodeRule.KeywordPattern: MarkIdentifier(nodes, node + 1, Mark.Member); break;
            case NodeRule.SplatPattern: MarkNames(nodes, node, Mark.Skip); break;
            case NodeRule.AsPattern: MarkIdentifier(nodes, LastChild(node), Mark.Skip); break;
        }
    }

    private void ReadCall(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var function = _tree.ChildByField(node, _g.Function);
        if (function < 0) return;
        MarkCalled(nodes, function);
        ReadDynamicImport(nodes, node, function);
        if (nodes[function].Kind == _g.AttributeNode && _writer.Scope == ScopeKind.Module && _tree.Text(function).StartsWith("__all__."u8))
            AddToAll(nodes, _tree.ChildByField(node, _g.Arguments));
    }

    private void MarkCalled(ReadOnlySpan<SyntaxNode> nodes, int function)
    {
        if (function < nodes.Length && (nodes[function].Kind == _g.Identifier || nodes[function].Kind == _g.AttributeNode)) _marks[function] = Mark.Call;
    }

    /// <summary>The name after the dot is what the whole attribute is.</summary>
    private void MarkMember(int node) => MarkField(node, _g.Attribute, _marks[node] == Mark.None ? Mark.Member : _marks[node]);

    private void ReadAugmented(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var target = _tree.ChildByField(node, _g.Left);
        if (target < 0) return;
        MarkWritten(nodes, target);
        ReadAll(nodes, target, _tree.ChildByField(node, _g.Right));
    }

    private void MarkWritten(ReadOnlySpan<SyntaxNode> nodes, int target)
    {
        if (target < 0) return;
        MarkNames(nodes, target, Mark.Write);
        for (var node = target; node < nodes[target].Next;)
        {
            var attribute = nodes[node].Kind == _g.AttributeNode;
            if (attribute) _marks[node] = Mark.Write;
            node = attribute || nodes[node].Kind == _g.Subscript ? nodes[node].Next : node + 1;
        }
    }

    private void MarkBases(ReadOnlySpan<SyntaxNode> nodes, int bases)
    {
        if (bases < 0) return;
        foreach (var child in _tree.Children(bases))
        {
            var named = nodes[child].Kind == _g.Subscript ? _tree.ChildByField(child, _g.Value) : child;
            if (named >= 0 && (nodes[named].Kind == _g.Identifier || nodes[named].Kind == _g.AttributeNode)) _marks[named] = Mark.Inherit;
        }
    }

    private void MarkTypeParameters(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var list = _tree.ChildByField(node, _g.TypeParameters);
        if (list < 0) return;
        foreach (var parameter in _tree.Children(list))
            for (var name = parameter; name < nodes[parameter].Next; name++)
            {
                if (nodes[name].Kind != _g.Identifier) continue;
                _marks[name] = Mark.Skip;
                break;
            }
    }

    private void MarkParameters(ReadOnlySpan<SyntaxNode> nodes, int list)
    {
        foreach (var child in _tree.Children(list))
            if (_g.Rule(nodes[child].Kind) is NodeRule.None or NodeRule.Identifier) MarkNames(nodes, child, Mark.Skip);
    }

    /// <summary>A single name in a pattern captures; a dotted one is read.</summary>
    private void MarkCapture(ReadOnlySpan<SyntaxNode> nodes, int pattern)
    {
        var child = pattern + 1;
        if (child >= nodes.Length || child >= nodes[pattern].Next || nodes[child].Kind != _g.DottedName) return;
        if (nodes[child].Next == child + 2) _marks[child + 1] = Mark.Skip;
        else MarkLast(nodes, child, Mark.Member);
    }

    private void MarkLast(ReadOnlySpan<SyntaxNode> nodes, int dotted, Mark mark)
    {
        if (dotted < nodes.Length && nodes[dotted].Kind == _g.DottedName) MarkIdentifier(nodes, nodes[dotted].Next - 1, mark);
    }

    private void MarkIdentifier(ReadOnlySpan<SyntaxNode> nodes, int node, Mark mark)
    {
        if (node >= 0 && node < nodes.Length && nodes[node].Kind == _g.Identifier) _marks[node] = mark;
    }

    private void MarkNames(ReadOnlySpan<SyntaxNode> nodes, int target, Mark mark)
    {
        var names = new TargetNames(_g, nodes, target);
        while (names.MoveNext()) _marks[names.Current] = mark;
    }

    private void MarkField(int node, ushort field, Mark mark)
    {
        var child = _tree.ChildByField(node, field);
        if (child >= 0) _marks[child] = mark;
    }

    private int LastChild(int node)
    {
        var last = -1;
        foreach (var child in _tree.Children(node)) last = child;
        return last;
    }
}
