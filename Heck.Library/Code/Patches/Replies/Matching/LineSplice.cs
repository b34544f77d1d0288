namespace Heck.Code.Patches.Replies.Matching;

/// <summary>Lines of a file in a row that go, and those that come for them. Either may be none, not both.</summary>
/// <param name="Line">The first that goes, from 0, or the one before which the new ones come.</param>
/// <param name="Removed">As the edit has them.</param>
/// <param name="Added">As the edit has them.</param>
internal sealed record LineSplice(int Line, IReadOnlyList<ProposedLine> Removed, IReadOnlyList<ProposedLine> Added)
{
    public int End => Line + Removed.Count;
}
