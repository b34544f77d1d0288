using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>How a rename is wanted.</summary>
/// <param name="NewName">The name to be.</param>
/// <param name="Comments">Change the name in comments of code as well.</param>
/// <param name="Strings">Change the name in strings of code as well.</param>
/// <param name="AcceptUnknown">Leave occurrences alone that may mean the symbol and cannot be decided, instead of refusing.</param>
/// <param name="Overloads">Rename all overloads together, where the language tells them apart.</param>
internal sealed record RenameOptions(string NewName, bool Comments = false, bool Strings = false, bool AcceptUnknown = false, bool Overloads = false)
{
    /// <summary>What another engine says of uses that the binder cannot decide, by file and offset: whether they are the symbol.</summary>
    public IReadOnlyDictionary<(RepoPath Path, int Start), bool> Decided { get; init; } = new Dictionary<(RepoPath, int), bool>();
}
