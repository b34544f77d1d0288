using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>A file of the repository.</summary>
public sealed record ExplainedFile(
    [property: Description("Path relative to the repository root")] RepoPath Path,
    [property: Description("Its language, null when it is no code")] string? Language,
    [property: Description("Its size in bytes")] long Bytes,
    [property: Description("Places where the parser had to recover")] int ParseErrors,
    [property: Description("The symbols it declares, in order")] IReadOnlyList<ExplainedSymbol> Symbols,
    [property: Description("What it imports")] IReadOnlyList<FileImport> Imports);
