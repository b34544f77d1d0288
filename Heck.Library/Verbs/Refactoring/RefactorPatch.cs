using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>The patch of a refactoring.</summary>
public sealed record RefactorPatch(
    [property: Description("Id of the patch")] string Id,
    [property: Description("Path of its diff")] RepoPath Path,
    [property: Description("Files that it changes")] IReadOnlyList<RepoPath> Files);
