using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>How many projects a repository has, how many of them were loaded, and which were not.</summary>
internal sealed record LoadedProjects(int Expected, int Loaded, IReadOnlyList<RepoPath> Failed);
