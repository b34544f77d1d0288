namespace Heck.Code.Patches.Diffs;

/// <summary>
/// Brings two changes of one base together by lines, as diff3 and git do: changes that overlap or touch are one block, which is a conflict unless both sides have made
/// the same of it.
/// </summary>
internal sealed class ThreeWayMerge
{
    private readonly ByteLines _base;
    private readonly Side _ours;
    private readonly Side _theirs;

    private ThreeWayMerge(ByteLines @base, ByteLines ours, ByteLines theirs) => (_base, _ours, _theirs) = (@base, new Side(@base, ours), new Side(@base, theirs));

    /// <returns>The merged bytes, or the lines (from 1) in <paramref name="ours"/> where the two meet.</returns>
    public static (byte[]? Merged, IReadOnlyList<int> ConflictLines) Merge(ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs) =>
        new ThreeWayMerge(new ByteLines(@base), new ByteLines(ours), new ByteLines(theirs)).Merge();

    private (byte[]? Merged, IReadOnlyList<int> ConflictLines) Merge()
    {
        var conflicts = new List<int>();
        using var merged = new MemoryStream();
        var at = 0;
        for (; NextBlock() is var (start, end); at = end)
        {
            merged.Write(_base.Slice(at, start - at));
            var (ours, theirs) = (_ours.Take(start, end), _theirs.Take(start, end));
            if (!ours.IsChanged || !theirs.IsChanged || _ours.Text(ours).SequenceEqual(_theirs.Text(theirs))) merged.Write(ours.IsChanged ? _ours.Text(ours) : _theirs.Text(theirs));
            else conflicts.Add(ours.Start + 1);
        }

        merged.Write(_base.Slice(at, _base.Count - at));
        return conflicts.Count == 0 ? (merged.ToArray(), []) : (null, conflicts);
    }

    // The lines of the base that the next changes concern, as long as they meet; null at the end.
    private (int Start, int End)? NextBlock()
    {
        if (_ours.Ahead(0) is null && _theirs.Ahead(0) is null) return null;
        var start = Math.Min(_ours.Ahead(0)?.OldStart ?? int.MaxValue, _theirs.Ahead(0)?.OldStart ?? int.MaxValue);
        var end = start;
        for (var (our, their, grows) = (0, 0, true); grows;)
        {
            grows = Absorb(_ours, ref our) | Absorb(_theirs, ref their);
        }

        return (start, end);

        bool Absorb(Side side, ref int count)
        {
            var before = count;
            for (; side.Ahead(count) is { } edit && edit.OldStart <= end; count++) end = Math.Max(end, edit.OldEnd);
            return count > before;
        }
    }

    private sealed class Side(ByteLines @base, ByteLines lines)
    {
        private readonly List<LineEdit> _edits = LineDiff.Between(@base, lines);
        private int _next;

        // How many lines later, or earlier, than in the base.
        private int _shift;

        public LineEdit? Ahead(int count) => _next + count < _edits.Count ? _edits[_next + count] : null;

        /// <summary>The side's own lines for those of the base, past which it goes on.</summary>
        public (int Start, int Count, bool IsChanged) Take(int start, int end)
        {
            var first = start + _shift;
            var isChanged = false;
            for (; Ahead(0) is { } edit && edit.OldEnd <= end && edit.OldStart <= end; _next++) (_shift, isChanged) = (edit.NewEnd - edit.OldEnd, true);
            return (first, end + _shift - first, isChanged);
        }

        public ReadOnlySpan<byte> Text((int Start, int Count, bool IsChanged) taken) => lines.Slice(taken.Start, taken.Count);
    }
}
