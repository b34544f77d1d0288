using Heck.Code.Refactoring.Structural.Matching;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>A match that is to be rewritten.</summary>
/// <param name="Match">The match.</param>
/// <param name="Rewrite">What takes its place.</param>
/// <param name="PatternEndsInSemicolon">Whether the pattern has a semicolon of its own at its end.</param>
/// <param name="IsOneForOne">Whether pattern and rewrite are one expression each.</param>
internal sealed record PlannedRewrite(PatternMatch Match, Rewrite Rewrite, bool PatternEndsInSemicolon, bool IsOneForOne);
