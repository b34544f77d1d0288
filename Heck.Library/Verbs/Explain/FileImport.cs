using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>An import of a file.</summary>
public sealed record FileImport(
    [property: Description("As it is written")] string Specifier,
    [property: Description("Line, from 1")] int Line,
    [property: Description("How it is imported: import, type_only, re_export, require, dynamic")] string Kind,
    [property: Description("The files that it names; none outside the repository")] IReadOnlyList<RepoPath> Targets);
