using System.Buffers;
using System.Runtime.InteropServices;
using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>
/// One pass over the nodes in preorder. As a parent comes before its children, it leaves a mark on a child to say what that child is:
/// a name that is declared, the target of a call, what is written to.
/// </summary>
internal sealed partial class TypeScriptExtractor(Grammar grammar) : IFactExtractor
{
    private readonly SyntaxParser _parser = new(grammar);
    private readonly TypeScriptGrammar _g = new(grammar);
    private readonly FactWriter _writer = new();
    private readonly Dictionary<int, int> _valueOwners = [];
    private readonly HashSet<int> _exportedNames = [];
    private Mark[] _marks = [];
    private SyntaxTree _tree = null!;

    /// <summary>The last comment that documents, -1 for none yet.</summary>
    private int _doc;

    private int _decoratorStart;

    /// <summary>What stands around the declaration that comes next: <c>export</c>, <c>declare</c>.</summary>
    private Wrapper _wrapper;

    /// <summary>The node after the ambient namespace around us, in which everything is exported.</summary>
    private int _ambientEnd;

    private enum Mark : byte
    {
        None,

        /// <summary>Neither a use nor anything else to act on.</summary>
        Skip,
        Read,
        Call,
        Write,
        Inherit,
        Import,
        Export,

        /// <summary>The type or value of a variable that is a symbol.</summary>
        Owned,

        /// <summary>A member of a class whose decorators stand before it.</summary>
        Decorated,
    }

    public void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct)
    {
        using var tree = TypeScriptSyntax.Parse(_parser, utf8, ct);
        _writer.Begin(utf8, facts);
        facts.ParseErrors = tree.ErrorCount;
        _tree = tree;
        _marks = ArrayPool<Mark>.Shared.Rent(tree.Count);
        _marks.AsSpan(0, tree.Count).Clear();
        try
        {
            ReadNodes(tree.Nodes);
        }
        finally
        {
            ArrayPool<Mark>.Shared.Return(_marks);
        }

        DecideExports(CollectionsMarshal.AsSpan(facts.Symbols));
    }

    public void Dispose() => _parser.Dispose();

    private void ReadNodes(ReadOnlySpan<SyntaxNode> nodes)
    {
        _doc = -1;
        _ambientEnd = 0;
        _wrapper = default;
        _valueOwners.Clear();
        _exportedNames.Clear();
        for (var node = 1; node < nodes.Length; node++)
        {
            var rule = _g.Rule(nodes[node].Kind);
            if (_marks[node] == Mark.Owned) _writer.CloseBefore(node);
            if (_marks[node] == Mark.Owned) _writer.Open(nodes[node].Next, ScopeKind.Value, _valueOwners[node]);
            if (rule == NodeRule.None) continue;
            _writer.CloseBefore(node);
            Visit(nodes, node, rule);
        }
    }

    private void Visit(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Comment: ReadComment(nodes, node); break;
            case NodeRule.Identifier: Use(nodes, node, ReferenceRole.Read); break;
            case NodeRule.TypeIdentifier: Use(nodes, node, ReferenceRole.Type); break;
            case NodeRule.PropertyIdentifier: Use(nodes, node, ReferenceRole.Member); break;
            case NodeRule.Shorthand: Use(nodes, node, ReferenceRole.Read); break;
            case NodeRule.ShorthandPattern: Use(nodes, node, ReferenceRole.Member); break;
            case NodeRule.Class: DeclareClass(nodes, node); break;
            case NodeRule.Interface: DeclareType(nodes, node, SymbolKind.Interface); break;
            case NodeRule.Enum: DeclareEnum(nodes, node); break;
            case NodeRule.TypeAlias: DeclareType(nodes, node, SymbolKind.TypeAlias); break;
            case NodeRule.Namespace: DeclareNamespace(nodes, node); break;
            case NodeRule.Function: DeclareFunction(nodes, node); break;
            case NodeRule.ArrowFunction: OpenArrow(nodes, node); break;
            case NodeRule.FunctionType: _writer.Open(nodes[node].Next, ScopeKind.Function); break;
            case NodeRule.Method: DeclareMethod(nodes, node); break;
            case NodeRule.Field: DeclareProperty(nodes, node, SymbolKind.Field); break;
            case NodeRule.PropertySignature: DeclareProperty(nodes, node, SymbolKind.Property); break;
            case NodeRule.Variables: DeclareVariables(nodes, node); break;
            case NodeRule.ForIn: ReadForIn(nodes, node); break;
            case NodeRule.Block when _marks[node] != Mark.Skip: _writer.Open(nodes[node].Next, ScopeKind.Block); break;
            case NodeRule.StaticBlock: _writer.Open(nodes[node].Next, ScopeKind.Function); break;
            case NodeRule.ClassBody: MarkDecorated(nodes, node); break;
            case NodeRule.Export: ReadExport(nodes, node); break;
            case NodeRule.Ambient: ReadAmbient(nodes, node); break;
            case NodeRule.Parameters: MarkParameters(nodes, node); break;
            case NodeRule.Parameter: MarkParameter(nodes, node); break;
            case NodeRule.Catch: MarkLocals(nodes, _tree.ChildByField(node, _g.Parameter)); break;
            case NodeRule.Import: ReadImport(nodes, node); break;
            case NodeRule.ImportAlias: MarkChild(node, _g.Identifier, Mark.Skip); break;
            case NodeRule.Decorator: ReadDecorator(nodes, node); break;
            default: MarkUses(nodes, node, rule); break;
        }
    }

    private void ReadComment(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var text = _writer.Source[nodes[node].Start..nodes[node].End];
        if (JsDoc.IsDoc(text)) _doc = node;
        else if (text.StartsWith("///"u8)) ReadTripleSlash(text, nodes[node].Start);
    }

    private readonly record struct Wrapper(int Child, int Start, int End, bool Exported, bool Ambient);
}
