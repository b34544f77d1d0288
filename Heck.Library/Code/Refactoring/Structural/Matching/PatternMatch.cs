namespace Heck.Code.Refactoring.Structural.Matching;

/// <summary>One place that a pattern matches.</summary>
/// <param name="Start">UTF-8 offset of the first byte.</param>
/// <param name="End">Offset after the last byte.</param>
/// <param name="Node">The matched node, the first of several neighbours.</param>
/// <param name="Captures">What its metavariables stand for, in the order in which they were met.</param>
internal sealed record PatternMatch(int Start, int End, int Node, IReadOnlyList<Capture> Captures)
{
    public Capture? Find(string name)
    {
        foreach (var capture in Captures)
            if (capture.Name == name)
                return capture;
        return null;
    }
}
