namespace Heck.Code.Patches.Replies.Matching;

/// <summary>Bounds what finding the edits of one reply may cost.</summary>
internal sealed class SearchBudget
{
    private long _scanned;
    private long _compared;

    /// <summary>Lines that are passed over by number.</summary>
    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public void Scan(int lines) => ReplyLimits.Ensure("Lines to be searched for the edits, all edits together", _scanned += lines, ReplyLimits.Scans);

    /// <summary>Lines that are compared by text.</summary>
    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public void Compare(int lines) => ReplyLimits.Ensure("Lines to be compared for the edits, all edits together", _compared += lines, ReplyLimits.Comparisons);
}
