using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Takes statements out of a file with the comments that belong to them and the blank lines that only they needed.</summary>
internal static class Removal
{
    /// <summary>Edits that take out statements of one file. A block that loses all of them gets <c>pass</c>.</summary>
    public static IEnumerable<ProposedEdit> Of(IReadOnlyCollection<PythonNode> statements)
    {
        foreach (var block in statements.GroupBy(s => s.Parent!.Value))
        {
            var left = block.Key.Children.Except(block).ToList();
            var ordered = block.OrderBy(s => s.Start).ToList();
            var keeps = left.Count > 0 || block.Key.Is(Kinds.Module);
            foreach (var (statement, index) in ordered.Select((s, i) => (s, i)))
                yield return !keeps && index == 0 ? Replace(statement, "pass") : statement.SharesLine ? WithinLine(statement) : Lines(statement, ordered);
        }
    }

    /// <summary>From the first comment that belongs to a statement to the end of its last line, the line end included.</summary>
    public static (int Start, int End) Extent(PythonNode statement)
    {
        var lines = statement.File.Text.Lines;
        var last = lines.PositionAt(statement.End).Line;
        return (lines.LineStart(FirstLine(statement)), last < lines.LineCount ? lines.LineStart(last + 1) : statement.File.Text.Utf8.Length);
    }

    /// <summary>The first line of a statement or of the comments right above it.</summary>
    public static int FirstLine(PythonNode statement)
    {
        var text = statement.File.Text;
        var line = text.Lines.PositionAt(statement.Start).Line;
        var indentation = Indentation.Of(text, statement.Start);
        while (line > 1 && IsComment(text, line - 1, indentation) && !IsHeader(text, line - 1)) line--;
        return line;
    }

    public static int BlankLinesBefore(SourceText text, int line) => BlankLines(text, line - 1, -1);

    private static ProposedEdit Replace(PythonNode statement, string by) => new(statement.File.Path, statement.Start, statement.End, CodeText.Of(by));

    /// <summary>One of several statements of a line, with the semicolon that parts it from its neighbour.</summary>
    private static ProposedEdit WithinLine(PythonNode statement)
    {
        var text = statement.File.Text.Utf8.Span;
        var (start, end) = (statement.Start, statement.End);
        while (end < text.Length && text[end] is (byte)' ' or (byte)';') end++;
        if (end < text.Length && text[end] is not ((byte)'\n' or (byte)'\r' or (byte)'#')) return ProposedEdit.Delete(statement.File.Path, start, end);
        end = statement.End;
        while (start > 0 && text[start - 1] is (byte)' ' or (byte)';') start--;
        return ProposedEdit.Delete(statement.File.Path, start, end);
    }

    private static ProposedEdit Lines(PythonNode statement, List<PythonNode> removed)
    {
        var text = statement.File.Text;
        var (start, end) = Extent(statement);
        var (first, last) = (text.Lines.PositionAt(start).Line, text.Lines.PositionAt(statement.End).Line);
        var before = BlankLines(text, first - 1, -1);
        var after = BlankLines(text, last + 1, 1);
        var isFirst = statement.PreviousStatement is null && first - before <= text.Lines.PositionAt(statement.Parent!.Value.Start).Line;
        var isLast = statement.NextStatement is not { } next || removed.Contains(next) && next.Parent!.Value.Children.Last() == removed[^1] && removed.IndexOf(next) >= 0 && AllFollow(next, removed);
        if (isFirst && !isLast) end = LineStart(text, last + 1 + after);
        else if (isLast || before <= after) start = LineStart(text, first - before);
        else end = LineStart(text, last + 1 + after);
        if (isLast && statement.Parent!.Value.Is(Kinds.Module) && statement.NextStatement is null && last + after >= text.Lines.LineCount - 1) end = text.Utf8.Length;
        return ProposedEdit.Delete(statement.File.Path, start, end);
    }

    private static bool AllFollow(PythonNode from, List<PythonNode> removed)
    {
        for (PythonNode? at = from; at is { } statement; at = statement.NextStatement)
        {
            if (!removed.Contains(statement)) return false;
        }

        return true;
    }

    private static int LineStart(SourceText text, int line) => line <= text.Lines.LineCount ? text.Lines.LineStart(line) : text.Utf8.Length;

    private static int BlankLines(SourceText text, int line, int step)
    {
        var count = 0;
        for (; line >= 1 && line <= text.Lines.LineCount && IsBlank(text, line); line += step) count++;
        return count;
    }

    private static bool IsBlank(SourceText text, int line) => Line(text, line).Trim(" \t\f"u8).IsEmpty;

    private static bool IsComment(SourceText text, int line, string indentation)
    {
        var code = Line(text, line);
        return code.TrimStart(" \t"u8) is [(byte)'#', ..] && Indentation.Of(text, text.Lines.LineStart(line)) == indentation;
    }

    /// <summary>A mark of the file as a whole: the interpreter, the encoding, or a comment that opens the file.</summary>
    private static bool IsHeader(SourceText text, int line) => line == 1 && Line(text, line).StartsWith("#!"u8) || line <= 2 && Line(text, line).IndexOf("coding"u8) >= 0;

    private static ReadOnlySpan<byte> Line(SourceText text, int line) => text.Utf8.Span[text.Lines.LineStart(line)..text.Lines.LineEnd(line)];
}
