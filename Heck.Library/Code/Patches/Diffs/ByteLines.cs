namespace Heck.Code.Patches.Diffs;

/// <summary>Bytes as lines, each with its LF; the last may have none. Nothing is decoded, so any content has lines.</summary>
internal sealed class ByteLines
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _starts;

    public ByteLines(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _starts = FindStarts(bytes.Span);
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<byte> this[int line] => _bytes.Span[_starts[line].._starts[line + 1]];

    /// <summary>The bytes of some lines in a row.</summary>
    public ReadOnlySpan<byte> Slice(int first, int count) => _bytes.Span[_starts[first].._starts[first + count]];

    private static int[] FindStarts(ReadOnlySpan<byte> bytes)
    {
        var starts = new List<int>((bytes.Length / 32) + 2) { 0 };
        for (var at = 0; at < bytes.Length;)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            at = end < 0 ? bytes.Length : at + end + 1;
            starts.Add(at);
        }

        return [.. starts];
    }
}
