using System.Buffers;
using System.Runtime.InteropServices;
using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

/// <summary>
/// One pass over the nodes in preorder; a parent leaves a mark on a child to say what it is. Symbols are classes, functions, and the names
/// that assignments of a module or a class bind, each assignment a line; attributes that methods set on <c>self</c> are none, as they are
/// none to the compiler.
/// </summary>
internal sealed partial class PythonExtractor : IFactExtractor
{
    private readonly SyntaxParser _parser = new(Grammar.Python);
    private readonly PythonGrammar _g = new();
    private readonly FactWriter _writer = new();
    private readonly HashSet<int> _all = [];
    private Mark[] _marks = [];
    private SyntaxTree _tree = null!;
    private bool _hasAll;
    private int _decorated;
    private int _decoratedStart;

    /// <summary>The node after the annotation around us.</summary>
    private int _typeEnd;

    /// <summary>The node after the <c>if TYPE_CHECKING:</c> around us.</summary>
    private int _typeCheckingEnd;

    private enum Mark : byte
    {
        None,
        Skip,
        Read,
        Call,
        Write,
        Member,
        Type,
        Inherit,
        Import,
    }

    public void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct)
    {
        using var tree = _parser.Parse(utf8, ct);
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

        if (_hasAll) ObeyAll(CollectionsMarshal.AsSpan(facts.Symbols));
    }

    public void Dispose() => _parser.Dispose();

    private void ReadNodes(ReadOnlySpan<SyntaxNode> nodes)
    {
        (_hasAll, _decorated, _typeEnd, _typeCheckingEnd) = (false, 0, 0, 0);
        _all.Clear();
        for (var node = 1; node < nodes.Length; node++)
        {
            var rule = _g.Rule(nodes[node].Kind);
            if (rule == NodeRule.None) continue;
            _writer.CloseBefore(node);
            Visit(nodes, node, rule);
        }
    }

    private void Visit(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Identifier: Use(nodes, node); break;
            case NodeRule.Decorated: ReadDecorated(nodes, node); break;
            case NodeRule.Class: DeclareClass(nodes, node); break;
            case NodeRule.Function: DeclareFunction(nodes, node); break;
            case NodeRule.Assignment: ReadAssignment(nodes, node); break;
            case NodeRule.Augmented: ReadAugmented(nodes, node); break;
            case NodeRule.TypeAlias: DeclareTypeAlias(nodes, node); break;
            case NodeRule.Import: ReadImport(nodes, node); break;
            case NodeRule.ImportFrom: ReadImportFrom(nodes, node, _tree.ChildByField(node, _g.ModuleName)); break;
            case NodeRule.FutureImport: ReadImportFrom(nodes, node, module: -1); break;
            case NodeRule.If: ReadIf(nodes, node); break;
            default: MarkUses(nodes, node, rule); break;
        }
    }
}
