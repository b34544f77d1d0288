using Heck.Code.Refactoring.Edits;
using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>One occurrence of a name in code.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">UTF-8 offset of the name.</param>
/// <param name="Length">UTF-8 length.</param>
/// <param name="Symbol">What it means; null when that cannot be decided.</param>
/// <param name="IsDeclaration">True where it declares the symbol.</param>
/// <param name="Form">How a new name is written there; <c>{0}</c> stands for it. <c>{0}</c> alone in most places, <c>old: {0}</c> for a shorthand property.</param>
/// <param name="Why">Why it cannot be decided, for the ledger; null otherwise.</param>
/// <param name="MayBe">When it cannot be decided, the symbols that it may mean, where that is known; null when it may be any that its place allows.</param>
internal sealed record NameUse(
    RepoPath Path, int Start, int Length, BoundSymbol? Symbol, bool IsDeclaration = false, string Form = NameUse.Plain, string? Why = null,
    IReadOnlyList<BoundSymbol>? MayBe = null)
{
    /// <summary>An edit elsewhere that goes with a change of this use, such as the kept name of a member that took its name from here.</summary>
    public TextEdit? Also { get; init; }

    /// <summary>Whether it is named by a value, after a dot or as an argument's name: where the value is no longer known, it cannot be decided, and is still the same.</summary>
    public bool IsOfValue { get; init; }

    /// <summary>What stands for the new name in <see cref="Form"/>.</summary>
    public const string Hole = "{0}";

    /// <summary>The form of a name that is simply replaced.</summary>
    public const string Plain = Hole;

    public string Written(string newName) => Form.Replace(Hole, newName, StringComparison.Ordinal);
}
