namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>Where a rewritten match needs parentheses so that code stays together as it was.</summary>
/// <param name="Around">Around the whole text.</param>
/// <param name="Uses">Around the metavariables that are these parts of the rewrite.</param>
internal sealed record Parentheses(bool Around, IReadOnlySet<int> Uses)
{
    public static Parentheses None { get; } = new(false, new HashSet<int>());

    public bool IsAny => Around || Uses.Count > 0;
}
