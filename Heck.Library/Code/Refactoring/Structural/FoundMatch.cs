using Heck.Code.Refactoring.Structural.Matching;
using Heck.Code.Refactoring.Structural.Rules;

namespace Heck.Code.Refactoring.Structural;

/// <summary>A match in a file.</summary>
internal sealed record FoundMatch(Rule Rule, PatternMatch Match, MatchFate Fate);
