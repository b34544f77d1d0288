using System.ComponentModel;

namespace Heck.Verbs.Status;

/// <summary>One record of the run log.</summary>
public sealed record StatusRun
{
    [Description("Id of the run")]
    public required string RunId { get; init; }

    [Description("When it ended")]
    public required DateTimeOffset Time { get; init; }

    [Description("Its verb")]
    public required string Cmd { get; init; }

    [Description("Whether it succeeded")]
    public required bool Ok { get; init; }
}
