using System.Buffers;
using System.Text;
using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

internal sealed partial class GoExtractor
{
    private void OpenMethod(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var type = ReceiverType(nodes, node);
        var typeName = type < 0 ? -1 : _writer.Name(nodes[type].Start, nodes[type].End);
        var isHere = _types.TryGetValue(typeName, out var owner);
        if (isHere) _writer.Open(nodes[node].Next, ScopeKind.Type, owner);
        var method = OpenFunction(nodes, node, SymbolKind.Method);
        if (!isHere && method >= 0) _writer.SetOwner(method, typeName);
    }

    private int OpenFunction(ReadOnlySpan<SyntaxNode> nodes, int node, SymbolKind kind)
    {
        var name = _tree.ChildByField(node, _g.Name);
        var body = _tree.ChildByField(node, _g.Body);
        var symbol = name < 0 ? -1 : Declare(nodes, name, kind, node, body < 0 ? nodes[node].End : nodes[body].Start);
        _writer.Open(nodes[node].Next, ScopeKind.Function, symbol);
        return symbol;
    }

    private int ReceiverType(ReadOnlySpan<SyntaxNode> nodes, int method)
    {
        var receiver = _tree.ChildByField(method, _g.Receiver);
        for (var node = receiver; node >= 0 && node < nodes[receiver].Next; node++)
            if (nodes[node].Kind == _g.TypeIdentifier) return node;
        return -1;
    }

    private void DeclareType(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var name = _tree.ChildByField(node, _g.Name);
        var type = _tree.ChildByField(node, _g.Type);
        if (name < 0 || type < 0) return;
        var symbol = Declare(nodes, name, KindOf(nodes, node, type), node, TypeHeadEnd(nodes, type));
        if (!_writer.InFunction) _types.TryAdd(_writer.Name(nodes[name].Start, nodes[name].End), symbol);
        _writer.Open(nodes[node].Next, ScopeKind.Type, symbol);
    }

    private SymbolKind KindOf(ReadOnlySpan<SyntaxNode> nodes, int spec, int type)
    {
        if (nodes[spec].Kind == _g.TypeAlias) return SymbolKind.TypeAlias;
        if (nodes[type].Kind == _g.StructType) return SymbolKind.Struct;
        return nodes[type].Kind == _g.InterfaceType ? SymbolKind.Interface : SymbolKind.Type;
    }

    /// <summary>Structs and interfaces end at their brace, others are told whole.</summary>
    private int TypeHeadEnd(ReadOnlySpan<SyntaxNode> nodes, int type) =>
        nodes[type].Kind == _g.StructType || nodes[type].Kind == _g.InterfaceType ? nodes[type + 1].End : nodes[type].End;

    private void DeclareValues(ReadOnlySpan<SyntaxNode> nodes, int spec, SymbolKind kind)
    {
        var value = _tree.ChildByField(spec, _g.Value);
        // The value of a constant is short and says what it is.
        var headEnd = value < 0 || kind == SymbolKind.Constant ? nodes[spec].End : nodes[value].Start;
        var symbol = -1;
        foreach (var name in _tree.Children(spec))
        {
            if (nodes[name].Field != _g.Name || !nodes[name].IsNamed) continue;
            if (_writer.InFunction) _marks[name] = Mark.Skip;
            else symbol = Declare(nodes, name, kind, spec, headEnd);
        }

        if (symbol >= 0) _writer.Open(nodes[spec].Next, ScopeKind.Value, symbol);
    }

    private void DeclareFields(ReadOnlySpan<SyntaxNode> nodes, int field)
    {
        var type = _tree.ChildByField(field, _g.Type);
        if (type < 0) return;
        var named = false;
        var symbol = -1;
        foreach (var name in _tree.Children(field))
        {
            if (nodes[name].Field != _g.Name || !nodes[name].IsNamed) continue;
            symbol = Declare(nodes, name, SymbolKind.Field, field, nodes[type].End);
            named = true;
        }

        if (!named) symbol = DeclareEmbedded(nodes, field, type);
        if (symbol >= 0) _writer.Open(nodes[field].Next, ScopeKind.Value, symbol);
    }

    /// <summary>An embedded type is a field of its name and a use of the type.</summary>
    private int DeclareEmbedded(ReadOnlySpan<SyntaxNode> nodes, int field, int type)
    {
        var name = EmbeddedName(nodes, type);
        if (name < 0) return -1;
        var symbol = Declare(nodes, name, SymbolKind.Field, field, nodes[type].End);
        _marks[name] = Mark.Inherit;
        return symbol;
    }

    private int EmbeddedName(ReadOnlySpan<SyntaxNode> nodes, int type)
    {
        var kind = nodes[type].Kind;
        if (kind == _g.TypeIdentifier) return type;
        if (kind == _g.QualifiedType) return _tree.ChildByField(type, _g.Name);
        var inner = kind == _g.GenericType ? _tree.ChildByField(type, _g.Type) : -1;
        return inner < 0 ? -1 : EmbeddedName(nodes, inner);
    }

    private void DeclareInterfaceMethod(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var name = _tree.ChildByField(node, _g.Name);
        if (name >= 0) _writer.Open(nodes[node].Next, ScopeKind.Value, Declare(nodes, name, SymbolKind.Method, node, nodes[node].End));
    }

    private int Declare(ReadOnlySpan<SyntaxNode> nodes, int name, SymbolKind kind, int node, int headEnd)
    {
        _marks[name] = Mark.Skip;
        // The blank identifier declares nothing.
        if (_tree.Text(name).SequenceEqual("_"u8)) return -1;
        var whole = IsWhole(nodes, node) ? _declaration : node;
        var exported = !_writer.InFunction && Rune.DecodeFromUtf8(_tree.Text(name), out var first, out _) == OperationStatus.Done && Rune.IsUpper(first);
        var signature = Word(nodes, node) + Signature(nodes, node, headEnd);
        return _writer.Symbol(
            _writer.Name(nodes[name].Start, nodes[name].End), kind, nodes[name].Start, nodes[whole].Start, nodes[whole].End, exported, signature,
            _comments.DocOf(nodes[whole], _writer.Source));
    }

    /// <summary>Whether a specification stands in its declaration without parentheses and so is all of it.</summary>
    private bool IsWhole(ReadOnlySpan<SyntaxNode> nodes, int spec) => _declaration >= 0 && spec == _declaration + 2 && nodes[spec].Next == nodes[_declaration].Next;

    /// <summary>In a group the word stands before all specifications.</summary>
    private string Word(ReadOnlySpan<SyntaxNode> nodes, int node) => _g.Rule(nodes[node].Kind) switch
    {
        NodeRule.TypeSpec => "type ",
        NodeRule.VariableSpec => "var ",
        NodeRule.ConstantSpec => "const ",
        _ => "",
    };

    private string Signature(ReadOnlySpan<SyntaxNode> nodes, int node, int end)
    {
        var head = new HeadText(_writer.Source, nodes[node].Start);
        for (var inner = node + 1; inner < nodes.Length && nodes[inner].Start < end; inner++)
            if (nodes[inner].Kind == _g.Comment) head.Skip(nodes[inner].Start, nodes[inner].End);
        return head.Finish(end);
    }
}
