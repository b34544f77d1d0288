using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>A file that could not be looked into.</summary>
public sealed record SkippedSource(
    [property: Description("The file")] RepoPath Path,
    [property: Description("Why: oversized, binary, undecodable, unreadable, nested_too_deeply")] string Reason);
