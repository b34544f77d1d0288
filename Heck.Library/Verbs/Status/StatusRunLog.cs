using System.ComponentModel;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Status;

/// <summary>How far the run log has come.</summary>
public sealed record StatusRunLog
{
    [Description("Records in all")]
    public required long Count { get; init; }

    [Description("Hash of the newest record; null when there is none")]
    public required string? Head { get; init; }

    [Description("The newest record; null when there is none")]
    public required StatusRun? Last { get; init; }

    internal string Describe() => Last is null
        ? Quantity.Of(Count, "record")
        : $"{Quantity.Of(Count, "record")}; last `{Last.Cmd}` {(Last.Ok ? "done" : "failed")} at {Last.Time:yyyy-MM-dd HH:mm:ss} UTC";
}
