namespace Heck.Code.Patches.Formats;

/// <summary>One hunk of a unified diff.</summary>
/// <param name="OldStart">First line of the old side, from 1; of an empty side, the line before it.</param>
/// <param name="Lines">All lines with their sign.</param>
/// <param name="DiffLine">Where it begins in the diff, from 1.</param>
internal sealed record DiffHunk(int OldStart, DiffLine[] Lines, int DiffLine)
{
    public ReadOnlyMemory<byte>[] OldLines => Without('+');

    public ReadOnlyMemory<byte>[] NewLines => Without('-');

    public int TrailingContext
    {
        get
        {
            var count = 0;
            while (count < Lines.Length && Lines[^(count + 1)].Sign == ' ') count++;
            return count;
        }
    }

    // By a plain loop: each process would have to compile what queries over these structs are made of.
    private ReadOnlyMemory<byte>[] Without(char sign)
    {
        var count = 0;
        foreach (var line in Lines) count += line.Sign == sign ? 0 : 1;
        var (lines, at) = (new ReadOnlyMemory<byte>[count], 0);
        foreach (var line in Lines)
        {
            if (line.Sign != sign) lines[at++] = line.Content;
        }

        return lines;
    }
}
