using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchApply;

/// <summary>What a patch did to the tree, or would do.</summary>
public sealed record PatchApplyPayload : IPayload
{
    [Description("The patch as it is now")]
    public required PatchSummary Patch { get; init; }

    [Description("False when it was only checked")]
    public required bool Done { get; init; }

    [Description("Files that changed; when only checked, that would")]
    public required IReadOnlyList<PatchedFile> Files { get; init; }

    [Description("True when the diff's hunks, applied to the old bytes, were seen to give the new ones, so every byte outside them is as before; false after a merge, where this cannot be said")]
    public required bool UntouchedBytesIdentical { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Line($"{(Done ? "Applied" : "Fits")}: {Patch.Id}  {Patch.Title}", Tone.Good),
        .. Files.Select(file => new Line($"  {file.Action,-6}  {file.Path}")),
        .. Done ? [new Line($"Take it back with `heck patch rollback {Patch.Id}`", Tone.Muted)] : Array.Empty<Line>(),
    ]);
}
