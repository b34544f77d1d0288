using Heck.Code.Refactoring.Rename;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>What a refactoring would do, before its gate.</summary>
/// <param name="Title">In a line, for people: <c>Extract function total from cart.ts</c>.</param>
/// <param name="Edits">Changes of present files, none overlapping another in one file.</param>
/// <param name="Ledger">What becomes of every occurrence of the names concerned.</param>
internal sealed record Proposal(string Title, IReadOnlyList<ProposedEdit> Edits, OccurrenceLedger Ledger)
{
    /// <summary>New files. A moved file is a new one with the old one's code, and the old one is deleted.</summary>
    public IReadOnlyDictionary<RepoPath, CodeText> Created { get; init; } = new Dictionary<RepoPath, CodeText>();

    public IReadOnlyList<RepoPath> Deleted { get; init; } = [];

    /// <summary>Symbols that uses of another may mean from now on, besides those declared anew: an import that the target file has already, the module of a moved file.</summary>
    public IReadOnlyList<(BoundSymbol Symbol, BoundSymbol StandsFor)> Equal { get; init; } = [];

    /// <summary>Names declared anew: what was spelled like them before, anywhere, must mean what it meant.</summary>
    public IReadOnlyList<string> NewNames { get; init; } = [];

    /// <summary>Files that are not touched and that a compiler, where one is at hand, must say nothing new of.</summary>
    public IReadOnlyList<RepoPath> Concerned { get; init; } = [];
}
