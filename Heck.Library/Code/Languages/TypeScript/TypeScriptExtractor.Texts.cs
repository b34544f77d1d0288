using System.Text;
using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

internal sealed partial class TypeScriptExtractor
{
    private static int HeadEnd(ReadOnlySpan<SyntaxNode> nodes, int node, int body) => body < 0 ? nodes[node].End : nodes[body].Start;

    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/> without the decorators and comments in it.</summary>
    private string Signature(ReadOnlySpan<SyntaxNode> nodes, int node, int start, int end)
    {
        var head = new HeadText(_writer.Source, start);
        for (var inner = FirstNodeFrom(nodes, node, start); inner < nodes.Length && nodes[inner].Start < end;)
        {
            var rule = _g.Rule(nodes[inner].Kind);
            var skipped = rule is NodeRule.Comment or NodeRule.Decorator;
            if (skipped) head.Skip(nodes[inner].Start, nodes[inner].End);
            inner = skipped ? nodes[inner].Next : inner + 1;
        }

        return head.Finish(end);
    }

    /// <summary>Decorators and modifiers that belong to a declaration may stand before its node.</summary>
    private static int FirstNodeFrom(ReadOnlySpan<SyntaxNode> nodes, int node, int start)
    {
        while (node > 1 && nodes[node - 1].Start >= start) node--;
        return node;
    }

    /// <summary>The documentation that stands right before a declaration.</summary>
    private string? Doc(ReadOnlySpan<SyntaxNode> nodes, int start)
    {
        if (_doc < 0 || nodes[_doc].End > start) return null;
        var between = _writer.Source[nodes[_doc].End..start];
        return between.TrimStart(" \t\r\n"u8).IsEmpty ? JsDoc.Text(_writer.Source[nodes[_doc].Start..nodes[_doc].End]) : null;
    }
}
