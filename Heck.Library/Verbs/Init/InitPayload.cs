using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Init;

/// <summary>What was set up, and what the repository uses.</summary>
public sealed record InitPayload : IPayload
{
    [Description("Files that were written; with --dry-run, that would be")]
    public required IReadOnlyList<RepoPath> Created { get; init; }

    [Description("Files that were there already and stay byte for byte")]
    public required IReadOnlyList<RepoPath> Kept { get; init; }

    [Description("What the repository uses, as its files say")]
    public required InitDetected Detected { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        .. Created.Select(path => new Line($"created {path}", Tone.Good)),
        .. Kept.Select(path => new Line($"kept    {path}", Tone.Muted)),
        Detected.ToFields(),
    ]);
}
