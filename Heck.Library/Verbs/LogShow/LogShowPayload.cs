using System.ComponentModel;
using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.LogShow;

/// <summary>The record of one run as it stands in the log.</summary>
public sealed record LogShowPayload : IPayload
{
    [Description("File and line of the record")]
    public required string Place { get; init; }

    [Description("True when the record's hash is that of its content")]
    public required bool HashHolds { get; init; }

    [Description("The record")]
    public required JsonObject Record { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Fields([.. Record.Select(member => new Field(member.Key, member.Value?.ToString() ?? ""))]),
        new Line($"{Place}, {(HashHolds ? "its hash holds" : "its hash does not hold")}", HashHolds ? Tone.Muted : Tone.Bad),
    ]);
}
