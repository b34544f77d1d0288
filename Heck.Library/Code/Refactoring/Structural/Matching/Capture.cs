namespace Heck.Code.Refactoring.Structural.Matching;

/// <summary>What a metavariable stands for in one match.</summary>
/// <param name="Name">The metavariable's name.</param>
/// <param name="Start">UTF-8 offset of the first byte; -1 when it stands for nothing.</param>
/// <param name="End">Offset after the last byte; -1 when it stands for nothing.</param>
/// <param name="Node">The first node.</param>
/// <param name="EndNode">The node after the last one.</param>
/// <param name="IsMany">Whether it stands for any number of nodes.</param>
internal readonly record struct Capture(string Name, int Start, int End, int Node, int EndNode, bool IsMany)
{
    public bool IsEmpty => Start < 0;
}
