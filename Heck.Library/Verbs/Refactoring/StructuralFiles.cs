using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>The files that a structural search looked at.</summary>
public sealed record StructuralFiles(
    [property: Description("Files of the languages asked for")] int Scanned,
    [property: Description("Those that had to be parsed; the others lack the words of the pattern")] int Parsed,
    [property: Description("Those with matches")] int Matched,
    [property: Description("Files that could not be looked into, or not wholly")] IReadOnlyList<SkippedSource> Skipped);
