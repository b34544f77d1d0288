using System.Text;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>The blanks at the beginning of lines, and how code takes others when it moves to another depth.</summary>
internal static class Indentation
{
    /// <summary>The blanks before the first other character of the line that an offset is in.</summary>
    public static string Of(SourceText text, int offset)
    {
        var line = text.Utf8.Span[text.Lines.LineStart(text.Lines.PositionAt(offset).Line)..];
        var blanks = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return Encoding.UTF8.GetString(blanks < 0 ? line : line[..blanks]);
    }

    /// <summary>What one level adds in a file: the smallest difference between the indentation of two lines that follow each other, four blanks where there is none.</summary>
    public static string UnitOf(SourceText text)
    {
        string? unit = null;
        var before = "";
        for (var line = 1; line <= text.Lines.LineCount; line++)
        {
            var (start, end) = (text.Lines.LineStart(line), text.Lines.LineEnd(line));
            if (text.Utf8.Span[start..end].Trim(" \t\r\n"u8).IsEmpty) continue;
            var here = Of(text, start);
            if (here.Length > before.Length && here.StartsWith(before, StringComparison.Ordinal) && here[before.Length..] is var step && (unit is null || (step.Length < unit.Length && step.Length > 1))) unit = step;
            before = here;
        }

        return unit ?? "    ";
    }

    /// <summary>Code with the indentation <paramref name="from"/> of its lines exchanged for another; its first line, and lines that begin inside a string, stay as they are.</summary>
    /// <param name="code">Gets the code.</param>
    /// <param name="text">The file that it is copied from.</param>
    /// <param name="path">Its path.</param>
    /// <param name="start">Offset of the code, behind the blanks of its first line.</param>
    /// <param name="end">Its end, exclusive.</param>
    /// <param name="from">The present indentation, as a rule that of the first line.</param>
    /// <param name="to">The new one.</param>
    /// <param name="isInString">Whether a line that begins at an offset begins inside a string or template.</param>
    public static CodeText CopyIndented(this CodeText code, SourceText text, RepoPath path, int start, int end, string from, string to, Predicate<int> isInString)
    {
        if (from == to) return code.Copy(path, start, end);
        var blanks = Encoding.UTF8.GetBytes(from);
        for (var line = text.Lines.PositionAt(start).Line + 1; line <= text.Lines.LineCount && text.Lines.LineStart(line) is var begin && begin < end; line++)
        {
            if (isInString(begin) || text.Utf8.Span[begin..text.Lines.LineEnd(line)].Trim(" \t\r\n"u8).IsEmpty) continue;
            code.Copy(path, start, begin).Write(to);
            start = text.Utf8.Span[begin..end].StartsWith(blanks) ? begin + blanks.Length : begin;
        }

        return code.Copy(path, start, end);
    }
}
