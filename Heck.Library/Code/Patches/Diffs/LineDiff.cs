namespace Heck.Code.Patches.Diffs;

/// <summary>
/// The lines that differ, found in linear space by the divide and conquer of Myers, "An O(ND) Difference Algorithm" (1986). Own code since it works on bytes
/// without turning them into strings, and is bounded: two files that have little in common cost no more than their length times its root.
/// </summary>
internal sealed class LineDiff
{
    private const int LeastCostLimit = 256;

    private readonly int[] _old;
    private readonly int[] _new;
    private readonly bool[] _removed;
    private readonly bool[] _added;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int _origin;
    private readonly int _costLimit;

    private LineDiff(int[] old, int[] @new)
    {
        (_old, _new) = (old, @new);
        (_removed, _added) = (new bool[old.Length], new bool[@new.Length]);
        _origin = @new.Length + 1;
        _forward = new int[old.Length + @new.Length + 3];
        _backward = new int[old.Length + @new.Length + 3];
        _costLimit = Math.Max(LeastCostLimit, (int)Math.Sqrt(old.Length + @new.Length));
    }

    public static List<LineEdit> Between(ByteLines old, ByteLines @new)
    {
        var names = new LineNames();
        var (oldNames, newNames) = (names.Of(old), names.Of(@new));
        var removed = Enumerable.Repeat(true, old.Count).ToArray();
        var added = Enumerable.Repeat(true, @new.Count).ToArray();
        // A line that the other side has nowhere is different wherever it stands, and would only cost time below.
        var (oldShared, newShared) = (Shared(oldNames, newNames), Shared(newNames, oldNames));
        var diff = new LineDiff([.. oldShared.Select(i => oldNames[i])], [.. newShared.Select(i => newNames[i])]);
        diff.Compare(0, oldShared.Length, 0, newShared.Length);
        for (var i = 0; i < oldShared.Length; i++) removed[oldShared[i]] = diff._removed[i];
        for (var i = 0; i < newShared.Length; i++) added[newShared[i]] = diff._added[i];
        GroupSlider.Slide(oldNames, removed, newNames, added);
        return Edits(removed, added);
    }

    private static int[] Shared(int[] names, int[] others)
    {
        var known = new HashSet<int>(others);
        return [.. Enumerable.Range(0, names.Length).Where(i => known.Contains(names[i]))];
    }

    private static List<LineEdit> Edits(bool[] removed, bool[] added)
    {
        var edits = new List<LineEdit>();
        for (int i = 0, j = 0; i < removed.Length || j < added.Length; i++, j++)
        {
            var (oldStart, newStart) = (i, j);
            while (i < removed.Length && removed[i]) i++;
            while (j < added.Length && added[j]) j++;
            if (i > oldStart || j > newStart) edits.Add(new LineEdit(oldStart, i - oldStart, newStart, j - newStart));
        }

        return edits;
    }

    private void Compare(int oldLow, int oldHigh, int newLow, int newHigh)
    {
        while (oldLow < oldHigh && newLow < newHigh && _old[oldLow] == _new[newLow]) (oldLow, newLow) = (oldLow + 1, newLow + 1);
        while (oldLow < oldHigh && newLow < newHigh && _old[oldHigh - 1] == _new[newHigh - 1]) (oldHigh, newHigh) = (oldHigh - 1, newHigh - 1);
        if (oldLow == oldHigh || newLow == newHigh)
        {
            Array.Fill(_removed, true, oldLow, oldHigh - oldLow);
            Array.Fill(_added, true, newLow, newHigh - newLow);
            return;
        }

        var (oldMiddle, newMiddle) = Middle(oldLow, oldHigh, newLow, newHigh);
        Compare(oldLow, oldMiddle, newLow, newMiddle);
        Compare(oldMiddle, oldHigh, newMiddle, newHigh);
    }

    // A point on a shortest path: searches from both ends in turn, a diagonal being old minus new, until the two meet.
    private (int Old, int New) Middle(int oldLow, int oldHigh, int newLow, int newHigh)
    {
        var (low, high) = (oldLow - newHigh, oldHigh - newLow);
        var (forwardStart, backwardStart) = (oldLow - newLow, oldHigh - newHigh);
        var (forwardLow, forwardHigh, backwardLow, backwardHigh) = (forwardStart, forwardStart, backwardStart, backwardStart);
        var meetsForward = ((forwardStart - backwardStart) & 1) != 0;
        _forward[_origin + forwardStart] = oldLow;
        _backward[_origin + backwardStart] = oldHigh;
        for (var cost = 1; ; cost++)
        {
            if (forwardLow > low) _forward[_origin + --forwardLow - 1] = -1;
            else forwardLow++;
            if (forwardHigh < high) _forward[_origin + ++forwardHigh + 1] = -1;
            else forwardHigh--;
            for (var diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2)
            {
                var (below, above) = (_forward[_origin + diagonal - 1], _forward[_origin + diagonal + 1]);
                var old = below < above ? above : below + 1;
                while (old < oldHigh && old - diagonal < newHigh && _old[old] == _new[old - diagonal]) old++;
                _forward[_origin + diagonal] = old;
                if (meetsForward && backwardLow <= diagonal && diagonal <= backwardHigh && _backward[_origin + diagonal] <= old) return (old, old - diagonal);
            }

            if (backwardLow > low) _backward[_origin + --backwardLow - 1] = int.MaxValue;
            else backwardLow++;
            if (backwardHigh < high) _backward[_origin + ++backwardHigh + 1] = int.MaxValue;
            else backwardHigh--;
            for (var diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2)
            {
                var (below, above) = (_backward[_origin + diagonal - 1], _backward[_origin + diagonal + 1]);
                var old = below < above ? below : above - 1;
                while (old > oldLow && old - diagonal > newLow && _old[old - 1] == _new[old - diagonal - 1]) old--;
                _backward[_origin + diagonal] = old;
                if (!meetsForward && forwardLow <= diagonal && diagonal <= forwardHigh && old <= _forward[_origin + diagonal]) return (old, old - diagonal);
            }

            if (cost >= _costLimit) return Furthest(oldLow, oldHigh, newLow, newHigh, forwardLow, forwardHigh, backwardLow, backwardHigh);
        }
    }

    // Too far apart to go on: the point that one of the searches has got furthest to gives a good diff, if not a shortest one.
    private (int Old, int New) Furthest(int oldLow, int oldHigh, int newLow, int newHigh, int forwardLow, int forwardHigh, int backwardLow, int backwardHigh)
    {
        var forward = (Old: oldLow, New: newLow);
        for (var diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2)
        {
            var old = Math.Min(Math.Min(_forward[_origin + diagonal], oldHigh), newHigh + diagonal);
            if (old + (old - diagonal) > forward.Old + forward.New) forward = (old, old - diagonal);
        }

        var backward = (Old: oldHigh, New: newHigh);
        for (var diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2)
        {
            var old = Math.Max(Math.Max(_backward[_origin + diagonal], oldLow), newLow + diagonal);
            if (old + (old - diagonal) < backward.Old + backward.New) backward = (old, old - diagonal);
        }

        return oldHigh + newHigh - backward.Old - backward.New < forward.Old + forward.New - oldLow - newLow ? forward : backward;
    }
}
