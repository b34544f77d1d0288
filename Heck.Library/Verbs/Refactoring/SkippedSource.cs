using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>A file that could not be looked into, or not wholly.</summary>
public sealed record SkippedSource(
    [property: Description("The file")] RepoPath Path,
    [property: Description("Why: oversized, binary, undecodable, unreadable, nested_too_deeply; conditional_code when only code under #if was left out, which may hold a match")] string Reason);
