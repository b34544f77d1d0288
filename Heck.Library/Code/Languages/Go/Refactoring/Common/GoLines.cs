using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Lines of a file: what belongs to a declaration or statement, and how to take it away so that gofmt is content.</summary>
internal static class GoLines
{
    public static int LineOf(GoFile file, int offset) => file.Text.Lines.PositionAt(offset).Line;

    public static int StartOf(GoFile file, int line) => file.Text.Lines.LineStart(line);

    /// <summary>Offset behind a line and its end.</summary>
    public static int After(GoFile file, int line) => line < file.Text.Lines.LineCount ? file.Text.Lines.LineStart(line + 1) : file.Text.Utf8.Length;

    public static bool IsBlank(GoFile file, int line) =>
        line >= 1 && line <= file.Text.Lines.LineCount && file.Text.Utf8.Span[StartOf(file, line)..After(file, line)].Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Whether only blanks stand before an offset in its line.</summary>
    public static bool BeginsLine(GoFile file, int offset) => file.Text.Utf8.Span[StartOf(file, LineOf(file, offset))..offset].Trim(" \t"u8).IsEmpty;

    /// <summary>Whether nothing but a comment follows an offset in its line.</summary>
    public static bool EndsLine(GoFile file, int offset)
    {
        var rest = file.Text.Utf8.Span[offset..After(file, LineOf(file, offset))].Trim(" \t\r\n"u8);
        return rest.IsEmpty || rest.StartsWith("//"u8) || (rest.StartsWith("/*"u8) && rest.EndsWith("*/"u8));
    }

    /// <summary>The whole lines of a node with the comments that document it.</summary>
    public static (int Start, int End) WithComments(GoNode node)
    {
        var file = node.File;
        var first = LineOf(file, node.Start);
        var comments = Comments(file).ToLookup(c => LineOf(file, c.End));
        while (comments[first - 1].FirstOrDefault(c => BeginsLine(file, c.Start)) is { Exists: true } comment) first = LineOf(file, comment.Start);
        return (StartOf(file, first), After(file, LineOf(file, node.End)));
    }

    public static IEnumerable<GoNode> Comments(GoFile file)
    {
        for (var i = 0; i < file.Tree.Count; i++)
        {
            if (file.At(i) is { Kind: K.Comment } comment) yield return comment;
        }
    }

    /// <summary>Whole lines to delete, with one of the blank lines that would else stand together or at the edge of a block.</summary>
    public static (int Start, int End) Widen(GoFile file, int start, int end)
    {
        var (first, next) = (LineOf(file, start), end >= file.Text.Utf8.Length ? file.Text.Lines.LineCount + 1 : LineOf(file, end));
        var atEnd = end >= file.Text.Utf8.Length || IsBlankFrom(file, end);
        while (atEnd && first > 1 && IsBlank(file, first - 1)) first--;
        if (atEnd) return (StartOf(file, first), file.Text.Utf8.Length);
        if (!IsBlank(file, first - 1) && !OpensBlock(file, first - 1))
        {
            // Nothing above but code: a blank line above a closing brace would be left at the end of the block.
            if (IsBlank(file, next)) return (start, end);
            return (start, end);
        }

        while (IsBlank(file, next)) next++;
        if (ClosesBlock(file, next)) while (IsBlank(file, first - 1)) first--;
        else if (IsBlank(file, first - 1) && next > LineOf(file, Math.Max(end - 1, 0)) + 1)
        {
            // One blank line stays above what follows.
        }

        return (StartOf(file, first), StartOf(file, next));
    }

    private static bool IsBlankFrom(GoFile file, int offset) => file.Text.Utf8.Span[offset..].Trim(" \t\r\n"u8).IsEmpty;

    private static bool OpensBlock(GoFile file, int line) =>
        line >= 1 && file.Text.Utf8.Span[StartOf(file, line)..After(file, line)].Trim(" \t\r\n"u8) is { IsEmpty: false } text && (text[^1] is (byte)'{' or (byte)'(' || text[^1] == (byte)':');

    private static bool ClosesBlock(GoFile file, int line) =>
        line <= file.Text.Lines.LineCount && file.Text.Utf8.Span[StartOf(file, line)..After(file, line)].TrimStart(" \t"u8) is { IsEmpty: false } text && text[0] is (byte)'}' or (byte)')';
}
