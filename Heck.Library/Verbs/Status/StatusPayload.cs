using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Status;

/// <summary>The state of one repository at a glance. Nothing in it needs a walk over the tree, so it says what was, not whether it still holds.</summary>
public sealed record StatusPayload : IPayload
{
    [Description("True when .heck/config.json exists")]
    public required bool Initialised { get; init; }

    [Description("What the index held after its last run; null when there is none")]
    public required StatusIndex? Index { get; init; }

    [Description("The run log: how many records, the newest one, the head of the chain")]
    public required StatusRunLog RunLog { get; init; }

    [Description("Patches that are kept, by state")]
    public required StatusPatches Patches { get; init; }

    [Description("Bytes on disk of what Heck keeps under .heck")]
    public required StatusStores Stores { get; init; }

    [Description("The process that is changing the repository at this moment; null when none is")]
    public required StatusLock? Lock { get; init; }

    [Description("The model provider")]
    public required StatusSetting Provider { get; init; }

    [Description("The budget")]
    public required StatusSetting Budget { get; init; }

    [Description("The policy")]
    public required StatusSetting Policy { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Fields(
        [
            new Field("initialised", Initialised ? "yes" : "no, run `heck init`", Initialised ? Tone.Good : Tone.Warning),
            new Field("index", Index?.Describe() ?? "none, run `heck index`", Index is null ? Tone.Warning : Tone.Plain),
            new Field("run log", RunLog.Describe()),
            new Field("patches", Patches.Describe()),
            new Field("stores", Stores.Describe()),
            new Field("lock", Lock?.Describe() ?? "free", Lock is null ? Tone.Plain : Tone.Warning),
            new Field("provider", Provider.Describe(), Tone.Muted),
            new Field("budget", Budget.Describe(), Tone.Muted),
            new Field("policy", Policy.Describe(), Tone.Muted),
        ]),
    ]);
}
