using System.ComponentModel;
using System.Globalization;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.LogList;

/// <summary>The last runs of the run log.</summary>
public sealed record LogListPayload : IPayload
{
    [Description("Records in the log")]
    public required long Count { get; init; }

    [Description("Runs, the newest first")]
    public required IReadOnlyList<LoggedRun> Runs { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(Runs.Count == 0
        ? [new Line("No runs.", Tone.Muted)]
        : [new Table(["run", "time", "verb", "exit", "patch", "files"], [.. Runs.Select(Row)])]);

    private static IReadOnlyList<string> Row(LoggedRun run) =>
    [
        run.RunId,
        run.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        run.Cmd,
        run.ErrorCode ?? run.ExitCode.ToString(CultureInfo.InvariantCulture),
        run.Patch ?? "",
        run.Files.Count == 0 ? "" : run.Files.Count.ToString(CultureInfo.InvariantCulture),
    ];
}
