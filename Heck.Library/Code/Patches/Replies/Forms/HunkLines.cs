namespace Heck.Code.Patches.Replies.Forms;

/// <summary>The lines of a hunk while they are read, beside what its <c>@@</c> line says of their number.</summary>
internal sealed class HunkLines(HunkNumbers? numbers)
{
    /// <summary>The sign of an empty line, which may be context that has lost its blank, or only part the hunk from what follows.</summary>
    public const char LostBlank = '\0';

    private const int UsualContext = 3;

    private readonly List<ProposedLine> _lines = [];
    private int _old;
    private int _new;

    public bool HasNumbers => numbers is not null;

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>No line is missing, and there may be more than there should be.</summary>
    public bool IsFull => numbers is not null && OldMissing <= 0 && NewMissing <= 0;

    public bool IsExact => numbers is not null && OldMissing == 0 && NewMissing == 0;

    public bool EndsInAddition => _lines[^1].Sign == '+';

    /// <summary>Lines are missing, and not only context behind the last change, which would do no harm.</summary>
    public bool LacksMoreThanContext => numbers is not null && (OldMissing > 0 || NewMissing > 0)
        && !(OldMissing == NewMissing && OldMissing <= UsualContext && _lines[^1].Sign is ' ' or LostBlank);

    private int OldMissing => numbers!.OldCount - _old;

    private int NewMissing => numbers!.NewCount - _new;

    public void Add(ProposedLine line)
    {
        _lines.Add(line);
        Count(line, 1);
    }

    public void MarkEnd() => _lines[^1] = _lines[^1] with { LacksEnd = true };

    /// <summary>Takes empty lines off the end, as far as the numbers do not ask for them.</summary>
    public void DropLostBlanks()
    {
        while (_lines is [.., { Sign: LostBlank } last] && !IsExact)
        {
            _lines.RemoveAt(_lines.Count - 1);
            Count(last, -1);
        }
    }

    public IReadOnlyList<ProposedLine> ToLines() => [.. _lines.Select(line => line.Sign == LostBlank ? line with { Sign = ' ' } : line)];

    private void Count(ProposedLine line, int by)
    {
        if (line.Sign != '+') _old += by;
        if (line.Sign != '-') _new += by;
    }
}
