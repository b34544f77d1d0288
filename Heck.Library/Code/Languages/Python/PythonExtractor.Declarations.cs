using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

internal sealed partial class PythonExtractor
{
    private void ReadDecorated(ReadOnlySpan<SyntaxNode> nodes, int node) =>
        (_decorated, _decoratedStart) = (_tree.ChildByField(node, _g.Definition), nodes[node].Start);

    private void DeclareClass(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        MarkBases(nodes, _tree.ChildByField(node, _g.Superclasses));
        MarkTypeParameters(nodes, node);
        _writer.Open(nodes[node].Next, ScopeKind.Type, DeclareNamed(nodes, node, SymbolKind.Class));
    }

    private void DeclareFunction(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        MarkTypeParameters(nodes, node);
        var kind = _writer.Scope == ScopeKind.Type ? SymbolKind.Method : SymbolKind.Function;
        _writer.Open(nodes[node].Next, ScopeKind.Function, DeclareNamed(nodes, node, kind));
    }

    private int DeclareNamed(ReadOnlySpan<SyntaxNode> nodes, int node, SymbolKind kind)
    {
        var name = _tree.ChildByField(node, _g.Name);
        if (name < 0) return -1;
        var body = _tree.ChildByField(node, _g.Body);
        var start = _decorated == node ? _decoratedStart : nodes[node].Start;
        var headEnd = body < 0 ? nodes[node].End : nodes[body].Start;
        return Declare(nodes, node, name, kind, (start, nodes[node].End), headEnd, Docstring.Of(_tree, _g, body));
    }

    private void DeclareTypeAlias(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var left = _tree.ChildByField(node, _g.Left);
        for (var name = left; name >= 0 && name < nodes[left].Next; name++)
        {
            if (nodes[name].Kind != _g.Identifier) continue;
            for (var parameter = name + 1; parameter < nodes[left].Next; parameter++)
                if (nodes[parameter].Kind == _g.Identifier) _marks[parameter] = Mark.Skip;
            if (_writer.InFunction) _marks[name] = Mark.Skip;
            else Declare(nodes, node, name, SymbolKind.TypeAlias, (nodes[node].Start, nodes[node].End), nodes[node].End, doc: null);
            return;
        }
    }

    private void ReadAssignment(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var target = _tree.ChildByField(node, _g.Left);
        if (target < 0) return;
        MarkWritten(nodes, target);
        if (_writer.Scope is not (ScopeKind.Module or ScopeKind.Type)) return;
        var value = _tree.ChildByField(node, _g.Right);
        ReadAll(nodes, target, value);
        var names = new TargetNames(_g, nodes, target);
        while (names.MoveNext())
        {
            var name = names.Current;
            Declare(nodes, node, name, VariableKind(name), (nodes[node].Start, nodes[node].End), value < 0 ? nodes[node].End : nodes[value].Start, doc: null);
        }
    }

    private int Declare(ReadOnlySpan<SyntaxNode> nodes, int node, int name, SymbolKind kind, (int Start, int End) range, int headEnd, string? doc)
    {
        _marks[name] = Mark.Skip;
        var exported = _writer.Scope != ScopeKind.Function && (_writer.Enclosing < 0 || !_writer.InFunction) && !_tree.Text(name).StartsWith("_"u8);
        var id = _writer.Name(nodes[name].Start, nodes[name].End);
        return _writer.Symbol(id, kind, nodes[name].Start, range.Start, range.End, exported, Signature(nodes, node, headEnd), doc);
    }

    /// <summary>Python has no constants; names in capitals say that they are meant so (PEP 8).</summary>
    private SymbolKind VariableKind(int name)
    {
        if (_writer.Scope == ScopeKind.Type) return SymbolKind.Field;
        var text = _tree.Text(name).TrimStart((byte)'_');
        return text.Length > 0 && !text.ContainsAnyInRange((byte)'a', (byte)'z') && text[0] is >= (byte)'A' and <= (byte)'Z' ? SymbolKind.Constant : SymbolKind.Variable;
    }

    private string Signature(ReadOnlySpan<SyntaxNode> nodes, int node, int headEnd)
    {
        var head = new HeadText(_writer.Source, nodes[node].Start);
        for (var inner = node + 1; inner < nodes.Length && nodes[inner].Start < headEnd; inner++)
            if (nodes[inner].Kind == _g.Comment) head.Skip(nodes[inner].Start, nodes[inner].End);
        return head.Finish(headEnd);
    }

    /// <summary><c>__all__ = [...]</c>, as far as it is written out.</summary>
    private void ReadAll(ReadOnlySpan<SyntaxNode> nodes, int target, int value)
    {
        if (_writer.Scope != ScopeKind.Module || nodes[target].Kind != _g.Identifier || !_tree.Text(target).SequenceEqual("__all__"u8)) return;
        _hasAll = true;
        AddToAll(nodes, value);
    }

    private void AddToAll(ReadOnlySpan<SyntaxNode> nodes, int value)
    {
        if (value < 0) return;
        for (var node = value; node < nodes[value].Next; node++)
            if (nodes[node].Kind == _g.StringContent) _all.Add(_writer.Name(nodes[node].Start, nodes[node].End));
    }

    private void ObeyAll(Span<SymbolFact> symbols)
    {
        foreach (ref var symbol in symbols)
            if (symbol.Parent < 0) symbol = symbol with { Exported = _all.Contains(symbol.Name) };
    }
}
