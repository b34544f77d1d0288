using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>The projects of a trusted repository.</summary>
public sealed record RefactorProjects(
    [property: Description("Project files that the repository has")] int Expected,
    [property: Description("Those whose build said what it compiles")] int Loaded,
    [property: Description("The others, read as plain files")] IReadOnlyList<RepoPath> Failed);
