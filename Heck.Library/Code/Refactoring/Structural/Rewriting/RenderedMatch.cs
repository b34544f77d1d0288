namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>A match with what shall take its place.</summary>
/// <param name="Start">UTF-8 offset of the first byte that is replaced.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Text">What takes their place.</param>
/// <param name="Kept">Captured nodes that the text holds, with where in its UTF-8 they stand, to be checked after parsing again.</param>
internal sealed record RenderedMatch(int Start, int End, string Text, IReadOnlyList<KeptCode> Kept);
