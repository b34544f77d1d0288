using System.ComponentModel;
using Heck.Code.Refactoring.Structural;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>One match of a pattern.</summary>
public sealed record StructuralMatch(
    [property: Description("The file")] RepoPath Path,
    [property: Description("Line of its first character, from 1")] int Line,
    [property: Description("Column of its first character, from 1, in UTF-16 units")] int Column,
    [property: Description("Line after its last character")] int EndLine,
    [property: Description("Column after its last character")] int EndColumn,
    [property: Description("The matched code")] string Text,
    [property: Description("What each metavariable stands for")] IReadOnlyDictionary<string, string> Captures,
    [property: Description("The rule; empty for a pattern of the command line")] string Rule,
    [property: Description("What becomes of it: changed; found, as the rule has no rewrite; nested in a changed one and left; left for a comment in it that the rewrite would lose")] MatchFate Fate);
