namespace Heck.Code.Patches.Formats;

/// <summary>One hunk of a unified diff.</summary>
/// <param name="OldStart">First line of the old side, from 1; of an empty side, the line before it.</param>
/// <param name="Lines">All lines with their sign.</param>
/// <param name="DiffLine">Where it begins in the diff, from 1.</param>
internal sealed record DiffHunk(int OldStart, IReadOnlyList<DiffLine> Lines, int DiffLine)
{
    public IEnumerable<byte[]> OldLines => Lines.Where(line => line.Sign != '+').Select(line => line.Content);

    public IEnumerable<byte[]> NewLines => Lines.Where(line => line.Sign != '-').Select(line => line.Content);

    public int LeadingContext => Lines.TakeWhile(line => line.Sign == ' ').Count();

    public int TrailingContext => Lines.Reverse().TakeWhile(line => line.Sign == ' ').Count();
}
