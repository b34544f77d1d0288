using System.ComponentModel;

namespace Heck.Verbs.Status;

/// <summary>Whether something was set up.</summary>
public sealed record StatusSetting
{
    [Description("Whether it was set up")]
    public required bool Configured { get; init; }

    internal string Describe() => Configured ? "configured" : "not configured";
}
