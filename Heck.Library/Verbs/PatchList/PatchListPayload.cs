using System.ComponentModel;
using System.Globalization;
using Heck.Contracts;
using Heck.Contracts.Reports;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchList;

/// <summary>The patches of the repository.</summary>
public sealed record PatchListPayload : IPayload
{
    [Description("Patches, the newest first")]
    public required IReadOnlyList<PatchSummary> Patches { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(Patches.Count == 0
        ? [new Line("No patches.", Tone.Muted)]
        : [new Table(["id", "state", "created", "files", "lines", "title"], [.. Patches.Select(Row)])]);

    private static IReadOnlyList<string> Row(PatchSummary patch) =>
    [
        patch.Id,
        patch.State.Replace('_', ' '),
        patch.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        patch.Files.Count.ToString(CultureInfo.InvariantCulture),
        $"+{patch.Additions} -{patch.Deletions}",
        patch.Title,
    ];
}
