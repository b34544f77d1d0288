using System.Runtime.InteropServices;
using Heck.Code.Text;

namespace Heck.Code.Patches.Replies.Matching;

/// <summary>A file as lines of text, and where each lies in its bytes. Lines end at LF or CR LF; in a file without any LF, at CR.</summary>
internal sealed class FileLines
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly string[] _texts;
    private readonly byte[] _lineFeed;
    private readonly byte[] _return;

    public FileLines(byte[] bytes)
    {
        _bytes = bytes;
        Encoding = FileEncoding.Of(bytes);
        (_lineFeed, _return) = (Encoding.TryEncode("\n")!, Encoding.TryEncode("\r")!);
        var content = bytes.AsSpan(Encoding.MarkLength);
        _starts = Starts(content, IndexOf(content, _lineFeed) >= 0 ? _lineFeed : _return);
        _texts = [.. Enumerable.Range(0, Count).Select(line => Encoding.Decode(bytes.AsSpan(_starts[line], EndOf(line) - _starts[line])))];
    }

    public FileEncoding Encoding { get; }

    public int Count => _starts.Length - 1;

    /// <summary>The line's text without its end.</summary>
    public string this[int line] => _texts[line];

    /// <summary>Where the line begins; where the file ends for the line after the last.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>The bytes of some lines with their ends.</summary>
    public ReadOnlySpan<byte> Bytes(int start, int end) => _bytes.AsSpan(start, end - start);

    /// <summary>The bytes that end the line; empty for a last line without any.</summary>
    public ReadOnlySpan<byte> LineEnd(int line) => _bytes.AsSpan(EndOf(line), _starts[line + 1] - EndOf(line));

    /// <summary>The bytes before the first line: the byte order mark.</summary>
    public ReadOnlySpan<byte> Mark => _bytes.AsSpan(0, Encoding.MarkLength);

    private int EndOf(int line)
    {
        var text = _bytes.AsSpan(_starts[line], _starts[line + 1] - _starts[line]);
        var end = text.EndsWith(_lineFeed) ? text[..^_lineFeed.Length] : text;
        return _starts[line] + (end.EndsWith(_return) ? end.Length - _return.Length : end.Length);
    }

    private int[] Starts(ReadOnlySpan<byte> content, byte[] end)
    {
        var starts = new List<int>((content.Length / 32) + 2) { Encoding.MarkLength };
        for (var at = 0; at < content.Length;)
        {
            var found = IndexOf(content[at..], end);
            at = found < 0 ? content.Length : at + found + end.Length;
            starts.Add(at + Encoding.MarkLength);
        }

        return [.. starts];
    }

    private static int IndexOf(ReadOnlySpan<byte> bytes, byte[] unit) => unit.Length == 1
        ? bytes.IndexOf(unit[0])
        : MemoryMarshal.Cast<byte, ushort>(bytes).IndexOf(MemoryMarshal.Read<ushort>(unit)) is var found and >= 0 ? found * 2 : -1;
}
