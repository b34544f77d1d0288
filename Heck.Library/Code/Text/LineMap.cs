using System.Text;

namespace Heck.Code.Text;

/// <summary>
/// Where lines begin in some UTF-8. Lines and columns count from 1 and columns are UTF-16 units, as editors count.
/// A line ends at LF, CR LF, or a CR alone.
/// </summary>
internal sealed class LineMap
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly int[] _starts;

    public LineMap(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        _starts = FindStarts(utf8.Span);
    }

    public int LineCount => _starts.Length;

    public (int Line, int Column) PositionAt(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, Encoding.UTF8.GetCharCount(_utf8.Span[_starts[line]..offset]) + 1);
    }

    /// <summary>The offset of a line and column; -1 when there is no such line or the column lies past its end.</summary>
    public int OffsetAt(int line, int column)
    {
        if (line < 1 || line > _starts.Length || column < 1) return -1;
        var offset = _starts[line - 1];
        var end = LineEnd(line);
        for (var units = column - 1; units > 0;)
        {
            if (offset >= end) return -1;
            Rune.DecodeFromUtf8(_utf8.Span[offset..end], out var rune, out var length);
            units -= rune.Utf16SequenceLength;
            offset += length;
        }

        return offset;
    }

    public int LineStart(int line) => _starts[line - 1];

    /// <summary>The offset just after the line's text, before its line end.</summary>
    public int LineEnd(int line)
    {
        var end = line < _starts.Length ? _starts[line] : _utf8.Length;
        var text = _utf8.Span;
        while (end > _starts[line - 1] && text[end - 1] is (byte)'\n' or (byte)'\r') end--;
        return end;
    }

    private static int[] FindStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int>((text.Length / 32) + 1) { 0 };
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (next < 0) return [.. starts];
            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }
    }
}
