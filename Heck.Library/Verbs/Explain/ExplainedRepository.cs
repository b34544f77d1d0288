using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>The repository, or a folder of it, at a glance.</summary>
public sealed record ExplainedRepository(
    [property: Description("The folder, relative to the repository root; empty for the whole repository")] RepoPath Path,
    [property: Description("Languages, the largest first")] IReadOnlyList<LanguageShare> Languages,
    [property: Description("Modules that most files import, from anywhere in the repository")] IReadOnlyList<HotModule> HotModules,
    [property: Description("Files named like entry points that nothing imports")] IReadOnlyList<RepoPath> EntryPoints,
    [property: Description("Number of test files")] int TestFiles);
