using System.Text;

namespace Heck.Code.Languages.Extraction;

/// <summary>
/// Writes the head of a declaration as one line: joins lines, makes each run of blanks one, and cuts what is very long.
/// </summary>
internal ref struct HeadText(ReadOnlySpan<byte> source, int start)
{
    private const int MaxLength = 240;

    private readonly ReadOnlySpan<byte> _source = source;
    private Line _line;
    private int _used;
    private int _from = start;

    /// <summary>Leaves out the text between two offsets; parts are given in order.</summary>
    public void Skip(int start, int end)
    {
        Append(_from, start);
        Append(" "u8);
        _from = Math.Max(_from, end);
    }

    public string Finish(int end)
    {
        Append(_from, end);
        if (_used >= MaxLength) return Encoding.UTF8.GetString(WholeRunes(_line)) + "…";
        ReadOnlySpan<byte> line = _line;
        line = line[.._used].TrimEnd(" ;,={:"u8);
        if (line.EndsWith("=>"u8)) line = line[..^2].TrimEnd((byte)' ');
        return Encoding.UTF8.GetString(line);
    }

    private void Append(int start, int end)
    {
        if (end > start) Append(_source[start..end]);
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            var blank = b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
            if (blank && (_used == 0 || _line[_used - 1] == ' ')) continue;
            if (_used == MaxLength) return;
            _line[_used++] = blank ? (byte)' ' : b;
        }
    }

    private static ReadOnlySpan<byte> WholeRunes(ReadOnlySpan<byte> line)
    {
        var end = line.Length - 1;
        while (end > 0 && (line[end] & 0xC0) == 0x80) end--;
        return line[..end];
    }

    [System.Runtime.CompilerServices.InlineArray(MaxLength)]
    private struct Line
    {
        private byte _first;
    }
}
