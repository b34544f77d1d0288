using System.Text;
using Heck.Code.Refactoring.Structural.Matching;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>
/// Writes what takes the place of matches in one file. Captured code keeps its layout; where it moves to another depth its lines move along, but for
/// those that begin inside a string. What stands for nothing takes its comma or its line with it.
/// </summary>
internal sealed class MatchRenderer(Rewrite rewrite, SyntaxTree tree, bool patternEndsInSemicolon)
{
    private readonly ReadOnlyMemory<byte> _source = tree.Source;
    private readonly string _lineEnd = LineEndOf(tree.Source.Span);

    public RenderedMatch Render(PatternMatch match, Parentheses parentheses)
    {
        var indent = IndentAt(match.Start);
        var output = new StringBuilder();
        var kept = new List<KeptCode>();
        var swallowComma = false;
        var endsLine = false;
        if (parentheses.Around) output.Append('(');
        for (var use = 0; use < rewrite.Parts.Count; use++)
        {
            var part = rewrite.Parts[use];
            if (part.Hole is null)
            {
                if (endsLine && !part.Text.TrimStart(' ', '\t').StartsWith('\n')) output.Append(_lineEnd).Append(indent);
                AppendText(output, swallowComma ? WithoutComma(part.Text) : endsLine ? part.Text.TrimStart(' ', '\t') : part.Text, indent);
                (swallowComma, endsLine) = (false, false);
                continue;
            }

            var capture = match.Find(part.Hole.Name)!.Value;
            if (capture.IsEmpty) swallowComma = !DropCommaBefore(output);
            else if (capture.IsMany) endsLine = AppendMany(output, capture);
            else AppendOne(output, capture, use, parentheses.Uses.Contains(use), kept);
        }

        if (parentheses.Around) output.Append(')');
        var (start, end) = output.Length == 0 ? WithWhatGoesAlong(match) : (match.Start, EndOf(match));
        return new RenderedMatch(start, end, output.ToString(), kept);
    }

    private void AppendText(StringBuilder output, string part, string indent) =>
        output.Append(part.ReplaceLineEndings("\n").Replace("\n", _lineEnd + indent, StringComparison.Ordinal));

    private void AppendOne(StringBuilder output, Capture capture, int use, bool parenthesised, List<KeptCode> kept)
    {
        if (parenthesised) output.Append('(');
        var code = Moved(capture, IndentOfLastLine(output));
        kept.Add(new KeptCode(use, Encoding.UTF8.GetByteCount(output.ToString()), Encoding.UTF8.GetByteCount(code)));
        output.Append(code);
        if (parenthesised) output.Append(')');
    }

    /// <summary>Neighbours that stood on lines of their own stay so, even where the rewrite is written in one line. Answers whether the line must end after them.</summary>
    private bool AppendMany(StringBuilder output, Capture capture)
    {
        if (StartsLine(capture.Start) && !EndsInBlankLine(output))
        {
            output.Length = output.ToString().TrimEnd(' ', '\t').Length;
            output.Append(_lineEnd).Append(IndentAt(capture.Start));
        }

        output.Append(Moved(capture, IndentOfLastLine(output)));
        var rest = RestOfLine(capture.End);
        if (!Separators.Are(rest)) return false;
        output.Append(Encoding.UTF8.GetString(rest).Trim());
        return true;
    }

    private bool StartsLine(int offset) => _source.Span[(_source.Span[..offset].LastIndexOf((byte)'\n') + 1)..offset].Trim(" \t"u8).IsEmpty;

    private static bool EndsInBlankLine(StringBuilder output) => output.ToString() is var written && written.LastIndexOf('\n') is >= 0 and var line && written.AsSpan(line).Trim().IsEmpty;

    /// <summary>What stands after an offset up to the end of its line; something that is no separator when the line goes on after the file's end.</summary>
    private ReadOnlySpan<byte> RestOfLine(int offset)
    {
        var rest = _source.Span[offset..];
        return rest.IndexOf((byte)'\n') is >= 0 and var end ? rest[..end] : "end"u8;
    }

    /// <summary>Captured code with its further lines as far from the new first line as they were from the old one.</summary>
    private string Moved(Capture capture, string? to)
    {
        var code = Encoding.UTF8.GetString(_source.Span[capture.Start..capture.End]);
        var from = IndentAt(capture.Start);
        if (to is null) to = from;
        if (from == to || !code.Contains('\n')) return code;
        var moved = new StringBuilder();
        var offset = capture.Start;
        foreach (var line in code.Split('\n'))
        {
            if (offset == capture.Start) moved.Append(line);
            else moved.Append('\n').Append(line.StartsWith(from, StringComparison.Ordinal) && line.Trim().Length > 0 && !IsInsideText(offset) ? to + line[from.Length..] : line);
            offset += Encoding.UTF8.GetByteCount(line) + 1;
        }

        return moved.ToString();
    }

    /// <summary>Whether a string, whose every blank counts, goes on at the start of a line.</summary>
    private bool IsInsideText(int lineStart)
    {
        var node = tree.Covering(lineStart - 1, lineStart);
        return tree.FirstChild(node) < 0 && !tree.Nodes[node].IsExtra && tree.Nodes[node].Start < lineStart && tree.Nodes[node].End > lineStart;
    }

    /// <summary>The indentation of the line being written, or null on the first line, which stands where the match stood.</summary>
    private static string? IndentOfLastLine(StringBuilder output)
    {
        var written = output.ToString();
        var line = written.LastIndexOf('\n');
        return line < 0 ? null : Blanks(written.AsSpan(line + 1)).ToString();
    }

    private string IndentAt(int offset)
    {
        var before = _source.Span[..offset];
        var line = _source.Span[(before.LastIndexOf((byte)'\n') + 1)..];
        var length = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return Encoding.UTF8.GetString(line[..Math.Max(0, length)]);
    }

    private static ReadOnlySpan<char> Blanks(ReadOnlySpan<char> line) => line[..^line.TrimStart(" \t").Length];

    /// <summary>Takes back the comma written last, or the blanks of a line that would be empty; true when there was a comma.</summary>
    private static bool DropCommaBefore(StringBuilder output)
    {
        var written = output.ToString();
        var trimmed = written.TrimEnd();
        if (!trimmed.EndsWith(',')) return false;
        output.Length = trimmed.Length - 1;
        return true;
    }

    /// <summary>The text after an empty metavariable without the comma, or without the rest of a line that holds nothing else.</summary>
    private static string WithoutComma(string text)
    {
        var rest = text.TrimStart(' ', '\t');
        if (rest.StartsWith(',')) return rest[1..].TrimStart(' ', '\t');
        return text;
    }

    /// <summary>Where the code ends with a semicolon that neither pattern nor rewrite has, it stays.</summary>
    private int EndOf(PatternMatch match)
    {
        var written = rewrite.Source.TrimEnd();
        var stays = !patternEndsInSemicolon && !written.EndsWith(';') && !written.EndsWith('}') && _source.Span[match.Start..match.End].EndsWith(";"u8);
        return stays ? match.End - 1 : match.End;
    }

    /// <summary>What is deleted takes its line with it when it is alone there, else the comma between it and a neighbour.</summary>
    private (int Start, int End) WithWhatGoesAlong(PatternMatch match)
    {
        var source = _source.Span;
        var lineStart = source[..match.Start].LastIndexOf((byte)'\n') + 1;
        var rest = source[match.End..];
        var lineEnd = rest.IndexOf((byte)'\n') is var next and >= 0 ? match.End + next + 1 : source.Length;
        if (source[lineStart..match.Start].Trim(" \t"u8).IsEmpty && source[match.End..lineEnd].Trim(" \t\r\n;"u8).IsEmpty) return (lineStart, lineEnd);
        var after = match.End + (rest.Length - rest.TrimStart(" \t\r\n"u8).Length);
        if (after < source.Length && source[after] == (byte)',') return (match.Start, after + 1 + (source[(after + 1)..].Length - source[(after + 1)..].TrimStart(" \t"u8).Length));
        var before = source[..match.Start].TrimEnd(" \t\r\n"u8).Length;
        return before > 0 && source[before - 1] == (byte)',' ? (before - 1, match.End) : (match.Start, match.End);
    }

    private static string LineEndOf(ReadOnlySpan<byte> source)
    {
        var first = source.IndexOf((byte)'\n');
        return first > 0 && source[first - 1] == (byte)'\r' ? "\r\n" : "\n";
    }
}
