using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>What goes when a declaration goes: its lines, the comments that belong to it, and a blank line that would be one too many.</summary>
internal static class Removal
{
    public static TextSpan Of(CSharpSource source, SyntaxNode node) => Of(source, node, node.Span.End);

    /// <param name="source">The file.</param>
    /// <param name="node">The declaration.</param>
    /// <param name="end">Where it ends, a separator included.</param>
    public static TextSpan Of(CSharpSource source, SyntaxNode node, int end)
    {
        var (start, last) = (WithComments(source, node), WithTrailing(source, end));
        return source.IsBlank(source.LineStart(start), start) && IsLineEnd(source, last) ? WithBlankLine(source, source.LineStart(start), last) : new TextSpan(start, last - start);
    }

    /// <summary>What goes when only the code of a local's declaration goes, and comments stay.</summary>
    public static TextSpan OfCode(CSharpSource source, VariableDeclaratorSyntax variable)
    {
        if (variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1 }) return DeclarationRemoval.Spans(source, [variable]).Single();
        var statement = (SyntaxNode)variable.FirstAncestorOrSelf<StatementSyntax>()!;
        var end = statement.Span.End;
        while (end < source.Text.Length && source.Text[end] is ' ' or '\t') end++;
        var isAlone = source.IsBlank(source.LineStart(statement.SpanStart), statement.SpanStart);
        if (!isAlone || !source.IsBlank(end, source.NextLine(end))) return TextSpan.FromBounds(statement.SpanStart, end);
        return WithComments(source, statement) == statement.SpanStart ? WithBlankLine(source, source.LineStart(statement.SpanStart), source.NextLine(end)) : TextSpan.FromBounds(source.LineStart(statement.SpanStart), source.NextLine(end));
    }

    /// <summary>Where a declaration begins with the comments right above it.</summary>
    public static int WithComments(CSharpSource source, SyntaxNode node)
    {
        var start = node.SpanStart;
        if (!source.IsBlank(source.LineStart(start), start)) return start;
        var (line, first) = (source.LineStart(start), start);
        while (line > node.FullSpan.Start)
        {
            var above = source.LineStart(line - 1);
            if (above < node.FullSpan.Start || !IsCommentLine(source, node, above, line)) break;
            (line, first) = (above, above + source.IndentAt(above).Length);
        }

        return first;
    }

    /// <summary>A comment behind the code on its line belongs to it, and so does the line end.</summary>
    private static int WithTrailing(CSharpSource source, int end)
    {
        var token = source.Root.FindToken(Math.Max(end - 1, 0));
        if (token.Span.End != end) return end;
        var trailing = token.TrailingTrivia;
        var next = token.GetNextToken(includeZeroWidth: true);
        return trailing.Any(SyntaxKind.EndOfLineTrivia) || next.IsKind(SyntaxKind.EndOfFileToken) ? token.FullSpan.End : end + trailing.TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Sum(t => t.Span.Length);
    }

    private static bool IsLineEnd(CSharpSource source, int end) => end == source.Text.Length || (end > 0 && source.Text[end - 1] == '\n');

    private static TextSpan WithBlankLine(CSharpSource source, int start, int end)
    {
        var above = start == 0 ? start : source.LineStart(start - 1);
        var below = source.NextLine(end);
        var isBlankAbove = start > 0 && source.IsBlank(above, start);
        var isBlankBelow = end < source.Text.Length && source.IsBlank(end, below);
        var isLast = end == source.Text.Length || source.Text.AsSpan(end, below - end).TrimStart() is ['}', ..];
        var isFirst = start == 0 || (!isBlankAbove && source.Text.AsSpan(above, start - above).TrimEnd() is [.., '{']);
        if (isBlankAbove && (isBlankBelow || isLast)) return TextSpan.FromBounds(above, end);
        return isFirst && isBlankBelow ? TextSpan.FromBounds(start, below) : TextSpan.FromBounds(start, end);
    }

    private static bool IsCommentLine(CSharpSource source, SyntaxNode node, int start, int end)
    {
        if (source.Text.AsSpan(start, end - start).TrimStart() is ['#', ..]) return false;
        var at = start + source.IndentAt(start).Length;
        return node.GetLeadingTrivia().Any(t => t.FullSpan.Contains(at) && (SyntaxFacts.IsDocumentationCommentTrivia(t.Kind()) || t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia));
    }
}
