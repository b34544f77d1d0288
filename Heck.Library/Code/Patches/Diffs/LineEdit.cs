namespace Heck.Code.Patches.Diffs;

/// <summary>Some lines in a row that became others. Counts from 0; one of the counts may be 0, never both.</summary>
internal readonly record struct LineEdit(int OldStart, int OldCount, int NewStart, int NewCount)
{
    public int OldEnd => OldStart + OldCount;

    public int NewEnd => NewStart + NewCount;
}
