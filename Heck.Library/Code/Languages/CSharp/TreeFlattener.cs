using System.Buffers;
using System.Runtime.CompilerServices;
using Heck.Code.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlatNode = Heck.Code.Syntax.SyntaxNode;
using FlatTree = Heck.Code.Syntax.SyntaxTree;

namespace Heck.Code.Languages.CSharp;

/// <summary>Writes a Roslyn tree as one array in preorder: nodes, tokens, and as extras of the innermost node around them comments, directives and the code that these leave out.</summary>
internal sealed class TreeFlattener(Utf8Offsets offsets)
{
    private readonly List<FlatNode> _nodes = [];

    public FlatTree Flatten(CompilationUnitSyntax root, ReadOnlyMemory<byte> utf8, int errorCount, int firstError)
    {
        AddRoot(root, utf8.Length);
        var nodes = ArrayPool<FlatNode>.Shared.Rent(_nodes.Count);
        _nodes.CopyTo(nodes);
        return new FlatTree(Grammar.CSharp, utf8, nodes, _nodes.Count, errorCount, firstError);
    }

    private void AddRoot(CompilationUnitSyntax root, int length)
    {
        _nodes.Add(default);
        AddChildren(root, isRoot: true);
        _nodes[0] = new FlatNode(0, length, _nodes.Count, (ushort)root.Kind(), 0, SyntaxFlags.IsNamed | SyntaxFlags.IsLastSibling);
    }

    private void Add(SyntaxNodeOrToken item)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var index = _nodes.Count;
        _nodes.Add(default);
        if (item.AsNode() is { } node) AddChildren(node, isRoot: false);
        var flags = FlagsOf(item);
        _nodes[index] = new FlatNode(offsets[item.SpanStart], offsets[item.Span.End], _nodes.Count, (ushort)KindOf(item), 0, flags);
    }

    /// <summary>Extras before the first and after the last token of a node lie outside of it, but for the root.</summary>
    private void AddChildren(Microsoft.CodeAnalysis.SyntaxNode parent, bool isRoot)
    {
        var last = -1;
        var children = parent.ChildNodesAndTokens().Where(c => c.Span.Length > 0 || c.IsMissing || isRoot).ToList();
        for (var i = 0; i < children.Count; i++)
        {
            if (i > 0 || isRoot) AddExtras(children[i].GetLeadingTrivia(), ref last);
            if (children[i].Span.Length > 0 || children[i].IsMissing)
            {
                last = _nodes.Count;
                Add(children[i]);
            }

            if (i < children.Count - 1 || isRoot) AddExtras(children[i].GetTrailingTrivia(), ref last);
        }

        if (last >= 0) MarkLast(last);
    }

    private void AddExtras(SyntaxTriviaList trivia, ref int last)
    {
        foreach (var piece in trivia)
        {
            var flags = piece.Kind() switch
            {
                SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
                    or SyntaxKind.MultiLineDocumentationCommentTrivia => SyntaxFlags.IsExtra | SyntaxFlags.IsNamed,
                SyntaxKind.DisabledTextTrivia => SyntaxFlags.IsExtra | SyntaxFlags.IsNamed,
                SyntaxKind.SkippedTokensTrivia => SyntaxFlags.IsError | SyntaxFlags.IsNamed,
                _ => piece.IsDirective ? SyntaxFlags.IsExtra | SyntaxFlags.IsNamed : SyntaxFlags.None,
            };
            if (flags == SyntaxFlags.None) continue;
            last = _nodes.Count;
            _nodes.Add(new FlatNode(offsets[piece.SpanStart], offsets[piece.Span.End], last + 1, (ushort)piece.Kind(), 0, flags));
        }
    }

    private void MarkLast(int index)
    {
        var node = _nodes[index];
        var flags = SyntaxFlags.IsLastSibling
            | (node.IsNamed ? SyntaxFlags.IsNamed : 0) | (node.IsMissing ? SyntaxFlags.IsMissing : 0) | (node.IsError ? SyntaxFlags.IsError : 0) | (node.IsExtra ? SyntaxFlags.IsExtra : 0);
        _nodes[index] = new FlatNode(node.Start, node.End, node.Next, node.Kind, 0, flags);
    }

    /// <summary>Whether <c>throw</c> is an expression or a statement depends on what stands around it, which a pattern does not show.</summary>
    private static SyntaxKind KindOf(SyntaxNodeOrToken item) => item.Kind() is var kind and not SyntaxKind.ThrowExpression ? kind : SyntaxKind.ThrowStatement;

    private static SyntaxFlags FlagsOf(SyntaxNodeOrToken item)
    {
        var flags = item.IsNode || item.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsLiteralExpression(LiteralOf(item)) ? SyntaxFlags.IsNamed : SyntaxFlags.None;
        return item.IsMissing && item.IsToken ? flags | SyntaxFlags.IsMissing : flags;
    }

    private static SyntaxKind LiteralOf(SyntaxNodeOrToken item) => item.IsToken ? SyntaxFacts.GetLiteralExpression(item.Kind()) : SyntaxKind.None;
}
