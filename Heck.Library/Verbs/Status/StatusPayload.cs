using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Status;

/// <summary>The state of one repository at a glance.</summary>
public sealed record StatusPayload : IPayload
{
    [Description("True when .heck/config.json exists")]
    public required bool Initialised { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Fields([new Field("initialised", Initialised ? "yes" : "no, run `heck init`", Initialised ? Tone.Good : Tone.Warning)]),
    ]);
}
