using System.Buffers;
using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

/// <summary>
/// A pass over the nodes in preorder, in which a parent leaves a mark on a child to say what it is. Package-level types come first, as the
/// methods of a type may stand before it and a parent stands before its children.
/// </summary>
internal sealed partial class GoExtractor : IFactExtractor
{
    private readonly SyntaxParser _parser = new(Grammar.Go);
    private readonly GoGrammar _g = new();
    private readonly FactWriter _writer = new();
    private readonly GoComments _comments = new();

    /// <summary>Package-level types of the file by their name's index.</summary>
    private readonly Dictionary<int, int> _types = [];
    private Mark[] _marks = [];
    private SyntaxTree _tree = null!;

    /// <summary>The declaration of the specification that comes next, as long as it has no parentheses.</summary>
    private int _declaration;

    private enum Mark : byte
    {
        None,
        Skip,
        Call,
        Write,
        Member,
        Inherit,
    }

    public void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct)
    {
        using var tree = _parser.Parse(utf8, ct);
        _writer.Begin(utf8, facts);
        facts.ParseErrors = tree.ErrorCount;
        _tree = tree;
        _types.Clear();
        _declaration = -1;
        _marks = ArrayPool<Mark>.Shared.Rent(tree.Count);
        _marks.AsSpan(0, tree.Count).Clear();
        try
        {
            ReadTopLevel(tree.Nodes, types: true);
            ReadTopLevel(tree.Nodes, types: false);
        }
        finally
        {
            ArrayPool<Mark>.Shared.Return(_marks);
        }
    }

    public void Dispose() => _parser.Dispose();

    private void ReadTopLevel(ReadOnlySpan<SyntaxNode> nodes, bool types)
    {
        _comments.Clear();
        foreach (var declaration in _tree.Children(0))
        {
            var kind = nodes[declaration].Kind;
            if (kind == _g.Comment) _comments.Add(nodes[declaration], _writer.Source);
            else if (kind == _g.TypeDeclaration == types) ReadNodes(nodes, declaration);
        }
    }

    private void ReadNodes(ReadOnlySpan<SyntaxNode> nodes, int root)
    {
        for (var node = root; node < nodes[root].Next; node++)
        {
            var rule = _g.Rule(nodes[node].Kind);
            if (rule == NodeRule.None) continue;
            _writer.CloseBefore(node);
            Visit(nodes, node, rule);
        }

        _writer.CloseBefore(nodes[root].Next);
    }

    private void Visit(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Comment: _comments.Add(nodes[node], _writer.Source); break;
            case NodeRule.Identifier: Use(nodes, node, ReferenceRole.Read); break;
            case NodeRule.TypeIdentifier: Use(nodes, node, ReferenceRole.Type); break;
            case NodeRule.FieldIdentifier: Use(nodes, node, ReferenceRole.Member); break;
            case NodeRule.Package: ReadPackage(node); break;
            case NodeRule.Import: ReadImport(nodes, node); break;
            case NodeRule.Function: OpenFunction(nodes, node, SymbolKind.Function); break;
            case NodeRule.Method: OpenMethod(nodes, node); break;
            case NodeRule.FunctionLiteral: _writer.Open(nodes[node].Next, ScopeKind.Function); break;
            case NodeRule.Declaration: _declaration = node; break;
            case NodeRule.TypeSpec: DeclareType(nodes, node); break;
            case NodeRule.ConstantSpec: DeclareValues(nodes, node, SymbolKind.Constant); break;
            case NodeRule.VariableSpec: DeclareValues(nodes, node, SymbolKind.Variable); break;
            case NodeRule.Field: DeclareFields(nodes, node); break;
            case NodeRule.InterfaceMethod: DeclareInterfaceMethod(nodes, node); break;
            default: MarkUses(nodes, node, rule); break;
        }
    }

    private void ReadPackage(int node)
    {
        var name = _tree.ChildOfKind(node, _g.PackageIdentifier);
        if (name < 0) return;
        _marks[name] = Mark.Skip;
        _writer.Facts.Package = _tree.TextString(name);
    }

    private void ReadImport(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var path = _tree.ChildByField(node, _g.Path);
        var name = _tree.ChildByField(node, _g.Name);
        if (name >= 0) _marks[name] = Mark.Skip;
        if (path < 0 || nodes[path].End - nodes[path].Start <= 2) return;
        var text = _tree.TextString(path)[1..^1];
        _writer.Facts.Imports.Add(
            new ImportFact(text, nodes[path].Start + 1, ImportKind.Import, name < 0 ? [] : [new ImportedName("*", _tree.TextString(name))]));
    }
}
