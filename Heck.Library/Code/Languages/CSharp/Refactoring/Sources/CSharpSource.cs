using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>One file as the first project that has it compiles it. Positions are Roslyn's, offsets UTF-8.</summary>
internal sealed class CSharpSource(CSharpDocument document, CSharpUnit unit)
{
    public RepoPath Path => document.Path;

    public CSharpDocument Document => document;

    public CSharpUnit Unit => unit;

    public string Text => document.Text;

    public CompilationUnitSyntax Root { get; } = (CompilationUnitSyntax)document.Tree(unit.Parsing).GetRoot();

    public SemanticModel Model { get; } = unit.Model(document);

    public int OffsetOf(int position) => document.OffsetOf(position);

    public int PositionOf(int offset) => document.PositionOf(offset);

    /// <summary>The token that stands at an offset or ends there; none where code is disabled.</summary>
    public SyntaxToken TokenAt(int offset)
    {
        var position = PositionOf(offset);
        var token = Root.FindToken(position, findInsideTrivia: true);
        var before = position == 0 ? default : Root.FindToken(position - 1, findInsideTrivia: true);
        if (token.Span.Contains(position) && (token.IsKind(SyntaxKind.IdentifierToken) || !before.IsKind(SyntaxKind.IdentifierToken))) return token;
        return before.Span.End == position ? before : default;
    }

    public int LineStart(int position) => Text.LastIndexOf('\n', Math.Max(position - 1, 0), Math.Max(position, 0)) + 1;

    /// <summary>The end of the line that a position is in, behind its line end.</summary>
    public int NextLine(int position) => Text.IndexOf('\n', position) is var end and >= 0 ? end + 1 : Text.Length;

    /// <summary>The blanks at the beginning of the line that a position is in.</summary>
    public string IndentAt(int position)
    {
        var start = LineStart(position);
        var end = start;
        while (end < Text.Length && Text[end] is ' ' or '\t') end++;
        return Text[start..end];
    }

    public bool IsBlank(int start, int end) => string.IsNullOrWhiteSpace(Text[start..end]);

    /// <summary>Whether a position lies in a string, where blanks at the beginning of a line are text.</summary>
    public bool IsInString(int position)
    {
        var token = Root.FindToken(position);
        return token.SpanStart < position && position < token.Span.End
            && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedRawStringEndToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.Utf8StringLiteralToken;
    }

    /// <summary>The range without blanks at its ends.</summary>
    public TextSpan Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
