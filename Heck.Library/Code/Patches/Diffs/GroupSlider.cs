namespace Heck.Code.Patches.Diffs;

/// <summary>
/// Moves each group of changed lines to one of the places where it means the same, always by the same rule, which is git's: as far down as it goes, or beside the last group of the other
/// side that it passes. So two edits of one base that make the same change say so in the same place, and a merge sees that.
/// </summary>
internal sealed class GroupSlider
{
    private readonly int[] _lines;
    private readonly bool[] _changed;
    private int _start;
    private int _end;

    private GroupSlider(int[] lines, bool[] changed)
    {
        (_lines, _changed) = (lines, changed);
        while (IsChanged(_end)) _end++;
    }

    /// <summary>Marks which lines are removed and added anew.</summary>
    public static void Slide(int[] old, bool[] removed, int[] @new, bool[] added)
    {
        new GroupSlider(old, removed).Slide(new GroupSlider(@new, added));
        new GroupSlider(@new, added).Slide(new GroupSlider(old, removed));
    }

    private bool IsEmpty => _start == _end;

    // Groups of both sides are counted in step, those without a line too: between any two unchanged lines there is one on each side.
    private void Slide(GroupSlider other)
    {
        do
        {
            if (!IsEmpty) SlideGroup(other);
        }
        while (Next() && other.Next());
    }

    private void SlideGroup(GroupSlider other)
    {
        int size, matching, earliest;
        do
        {
            (size, matching) = (_end - _start, -1);
            while (TryUp()) other.Previous();
            earliest = _end;
            if (!other.IsEmpty) matching = _end;
            while (TryDown())
            {
                other.Next();
                if (!other.IsEmpty) matching = _end;
            }
        }
        // One that has met another goes on with it.
        while (size != _end - _start);
        if (_end == earliest || matching < 0) return;
        while (other.IsEmpty)
        {
            TryUp();
            other.Previous();
        }
    }

    private bool Next()
    {
        if (_end == _changed.Length) return false;
        _start = _end + 1;
        for (_end = _start; IsChanged(_end);) _end++;
        return true;
    }

    private void Previous()
    {
        _end = _start - 1;
        for (_start = _end; IsChanged(_start - 1);) _start--;
    }

    private bool TryDown()
    {
        if (_end >= _changed.Length || _lines[_start] != _lines[_end]) return false;
        (_changed[_start++], _changed[_end++]) = (false, true);
        while (IsChanged(_end)) _end++;
        return true;
    }

    private bool TryUp()
    {
        if (_start == 0 || _lines[_start - 1] != _lines[_end - 1]) return false;
        (_changed[--_start], _changed[--_end]) = (true, false);
        while (IsChanged(_start - 1)) _start--;
        return true;
    }

    private bool IsChanged(int line) => line >= 0 && line < _changed.Length && _changed[line];
}
