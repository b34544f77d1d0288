using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchCreate;

/// <summary>The patch that was made.</summary>
public sealed record PatchCreatePayload : IPayload
{
    [Description("The patch")]
    public required PatchSummary Patch { get; init; }

    [Description("Its unified diff")]
    public required string Diff { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([new DiffBlock(Diff), Patch.ToFields(), new Line($"Apply it with `heck patch apply {Patch.Id}`", Tone.Muted)]);
}
