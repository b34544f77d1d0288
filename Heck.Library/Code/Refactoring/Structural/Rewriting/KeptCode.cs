namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>Captured code in a rewritten text.</summary>
/// <param name="Use">Which part of the rewrite it is.</param>
/// <param name="Start">UTF-8 offset in the rewritten text.</param>
/// <param name="Length">Its length in UTF-8.</param>
internal readonly record struct KeptCode(int Use, int Start, int Length);
