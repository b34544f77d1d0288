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

    [Description("What it is to the present tree: applicable, applied (in the tree already; it can be rolled back), or diverged (apply it with --3way)")]
    public required string Tree { get; init; }

    [Description("Its unified diff")]
    public required string Diff { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([new DiffBlock(Diff), Patch.ToFields(), new Line(Tree switch
    {
        "applied" => $"In the tree already; take it back with `heck patch rollback {Patch.Id}`",
        "diverged" => $"The tree is another one; merge it with `heck patch apply {Patch.Id} --3way`",
        _ => $"Apply it with `heck patch apply {Patch.Id}`",
    }, Tone.Muted)]);
}
