using System.Text;

namespace Heck.Code.Patches.Formats;

/// <summary>The lines of a diff, where they lie in it. One is made text when it is asked for, in Latin-1, so that every byte stays: as strings all of them would take four times the diff's size.</summary>
internal sealed class DiffLines
{
    private readonly byte[] _diff;

    // One more than there are lines, as if the last one had an LF.
    private readonly int[] _starts;
    private int _recent = -1;
    private string _text = "";

    public DiffLines(byte[] diff)
    {
        _diff = diff;
        _starts = new int[diff.AsSpan().Count((byte)'\n') + 2];
        for (int line = 1, at = 0; line < _starts.Length; line++)
        {
            var end = diff.AsSpan(at).IndexOf((byte)'\n');
            _starts[line] = at = end < 0 ? diff.Length + 1 : at + end + 1;
        }
    }

    public int Length => _starts.Length - 1;

    /// <summary>Without its LF.</summary>
    public string this[int line]
    {
        get
        {
            if (line != _recent) (_recent, _text) = (line, Encoding.Latin1.GetString(_diff.AsSpan(_starts[line]..EndOf(line))));
            return _text;
        }
    }

    /// <summary>The bytes of a line that has an LF.</summary>
    /// <param name="line">From 0.</param>
    /// <param name="skip">Bytes left out at its beginning.</param>
    /// <param name="withEnd">With the LF.</param>
    public ReadOnlyMemory<byte> Bytes(int line, int skip, bool withEnd) => _diff.AsMemory((_starts[line] + skip)..(withEnd ? _starts[line + 1] : EndOf(line)));

    private int EndOf(int line) => _starts[line + 1] - 1;
}
