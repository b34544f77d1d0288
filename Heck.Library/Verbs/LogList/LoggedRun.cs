using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Runtime.RunLogs;

namespace Heck.Verbs.LogList;

/// <summary>A run in short.</summary>
public sealed record LoggedRun
{
    [Description("Number in the log, from 1")]
    public required long Seq { get; init; }

    [Description("Id of the run")]
    public required string RunId { get; init; }

    [Description("When it ended")]
    public required DateTimeOffset Time { get; init; }

    [Description("The verb")]
    public required string Cmd { get; init; }

    [Description("True when the verb did its work")]
    public required bool Ok { get; init; }

    [Description("Exit code")]
    public required int ExitCode { get; init; }

    [Description("What went wrong")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorCode { get; init; }

    [Description("The patch that it made or moved")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Patch { get; init; }

    [Description("Files that it changed")]
    public required IReadOnlyList<RepoPath> Files { get; init; }

    [Description("Wall time in milliseconds")]
    public required long DurationMs { get; init; }

    internal static LoggedRun Of(RunLogRecord record) => new()
    {
        Seq = record.Seq,
        RunId = record.RunId,
        Time = record.Time,
        Cmd = record.Cmd,
        Ok = record.Ok,
        ExitCode = record.ExitCode,
        ErrorCode = record.ErrorCode,
        Patch = record.Patch,
        Files = record.Files ?? [],
        DurationMs = record.DurationMs,
    };
}
