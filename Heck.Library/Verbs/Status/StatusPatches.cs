using System.ComponentModel;
using System.Globalization;

namespace Heck.Verbs.Status;

/// <summary>Patches by where they stand to the tree.</summary>
public sealed record StatusPatches
{
    [Description("Patches in all")]
    public required int Total { get; init; }

    [Description("Not applied yet")]
    public required int Created { get; init; }

    [Description("Applied")]
    public required int Applied { get; init; }

    [Description("Rolled back")]
    public required int RolledBack { get; init; }

    internal string Describe() => Total == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{Total:N0} ({Created:N0} created, {Applied:N0} applied, {RolledBack:N0} rolled back)");
}
