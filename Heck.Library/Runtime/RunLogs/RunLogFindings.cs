using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>What the verifier says about a log.</summary>
internal sealed record RunLogFindings(
    long Count, ContentHash Head, RunLogVerdict Integrity, RunLogVerdict Completeness, RunLogVerdict Anchored, IReadOnlyList<string> Torn, IReadOnlyList<string> NotProven);
