using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>A module that many import.</summary>
public sealed record HotModule(
    [property: Description("Path relative to the repository root")] RepoPath Path,
    [property: Description("Files that import it")] int Importers);
