using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchShow;

/// <summary>One patch with its diff.</summary>
public sealed record PatchShowPayload : IPayload
{
    [Description("The patch, alone in the list")]
    public required IReadOnlyList<PatchSummary> Patches { get; init; }

    [Description("Its unified diff")]
    public required string Diff { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        Patches[0].ToFields(),
        new Table(["action", "mode", "file"], [.. Patches[0].Files.Select(file => (IReadOnlyList<string>)[file.Action, file.Mode ?? "", file.Path.Value])]),
        new DiffBlock(Diff),
    ]);
}
