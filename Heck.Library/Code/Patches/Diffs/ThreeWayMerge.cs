namespace Heck.Code.Patches.Diffs;

/// <summary>Brings two changes of one base together by lines. Changes that overlap or touch are a conflict unless they are the same change.</summary>
internal static class ThreeWayMerge
{
    /// <returns>The merged bytes, or the lines (from 1) in <paramref name="ours"/> where the two meet.</returns>
    public static (byte[]? Merged, IReadOnlyList<int> ConflictLines) Merge(ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs)
    {
        var (baseLines, ourLines, theirLines) = (new ByteLines(@base), new ByteLines(ours), new ByteLines(theirs));
        var ourEdits = new Queue<LineEdit>(LineDiff.Between(baseLines, ourLines));
        var theirEdits = new Queue<LineEdit>(LineDiff.Between(baseLines, theirLines));
        var conflicts = new List<int>();
        using var merged = new MemoryStream();
        var at = 0;
        while (ourEdits.Count + theirEdits.Count > 0)
        {
            if (ourEdits.TryPeek(out var our) && theirEdits.TryPeek(out var their) && Meet(our, their))
            {
                var isSame = AreSame(our, ourLines, their, theirLines);
                if (!isSame) conflicts.Add(our.NewStart + 1);
                // Which of two that meet ends first may meet another one still.
                (isSame || their.OldEnd <= our.OldEnd ? theirEdits : ourEdits).Dequeue();
                if (!isSame) continue;
            }

            var takeOurs = ourEdits.Count > 0 && (theirEdits.Count == 0 || ourEdits.Peek().OldStart <= theirEdits.Peek().OldStart);
            var edit = takeOurs ? ourEdits.Dequeue() : theirEdits.Dequeue();
            merged.Write(baseLines.Slice(at, edit.OldStart - at));
            merged.Write((takeOurs ? ourLines : theirLines).Slice(edit.NewStart, edit.NewCount));
            at = edit.OldEnd;
        }

        merged.Write(baseLines.Slice(at, baseLines.Count - at));
        return conflicts.Count == 0 ? (merged.ToArray(), []) : (null, [.. conflicts.Distinct()]);
    }

    private static bool Meet(LineEdit one, LineEdit other) => one.OldStart <= other.OldEnd && other.OldStart <= one.OldEnd;

    private static bool AreSame(LineEdit our, ByteLines ourLines, LineEdit their, ByteLines theirLines) =>
        our.OldStart == their.OldStart && our.OldCount == their.OldCount
        && ourLines.Slice(our.NewStart, our.NewCount).SequenceEqual(theirLines.Slice(their.NewStart, their.NewCount));
}
