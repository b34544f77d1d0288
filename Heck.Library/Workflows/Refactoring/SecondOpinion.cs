using Heck.Contracts;
using Heck.Toolchain.LanguageServers;

namespace Heck.Workflows.Refactoring;

/// <summary>What a language server says of the uses that the binder could not decide.</summary>
/// <param name="Server">Who was asked.</param>
/// <param name="Version">What it says it is; null when it does not.</param>
/// <param name="Decided">The uses that it decided, and whether they are the symbol.</param>
/// <param name="Differences">Places that both engines decide, and otherwise.</param>
internal sealed record SecondOpinion(LanguageServer Server, string? Version, IReadOnlyDictionary<(RepoPath Path, int Start), bool> Decided, IReadOnlyList<Place> Differences);
