using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>One new file of a split, and the names of the declarations that go there.</summary>
internal sealed record SplitPart(RepoPath To, IReadOnlyList<string> Names);
