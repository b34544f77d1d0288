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
    public Report ToReport() => new([Patches[0].ToFields(), new DiffBlock(Diff)]);
}
