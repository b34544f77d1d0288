using System.ComponentModel;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Patches;

/// <summary>What taking a patch back, or doing it again, did to the tree.</summary>
public sealed record PatchMovedPayload : IPayload
{
    [Description("The patch as it is now")]
    public required PatchSummary Patch { get; init; }

    [Description("False when this was only looked at")]
    public required bool Done { get; init; }

    [Description("Files that changed")]
    public required IReadOnlyList<PatchedFile> Files { get; init; }

    [Description("Files that stay since someone has changed them, although the patch made them")]
    public required IReadOnlyList<RepoPath> Kept { get; init; }

    internal static PatchMovedPayload Of(PatchOutcome outcome, bool done) => new()
    {
        Patch = PatchSummary.Of(outcome.Patch),
        Done = done,
        Files = [.. outcome.Files.Select(PatchedFile.Of)],
        Kept = outcome.Kept,
    };

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Line($"{(Done ? "" : "Would be ")}{(Patch.State == "applied" ? "applied" : "rolled back")}: {Patch.Id}  {Patch.Title}", Done ? Tone.Good : Tone.Muted),
        .. Files.Select(file => new Line($"  {file.Action,-6}  {file.Path}")),
        .. Kept.Select(path => new Line($"  kept    {path} (changed since)", Tone.Warning)),
    ]);
}
