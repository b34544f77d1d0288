using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.LogVerify;

/// <summary>The three verdicts on the run log.</summary>
public sealed record LogVerdicts
{
    [Description("Is every record what was written, in the order in which it was written?")]
    public required RunLogVerdict Integrity { get; init; }

    [Description("Are all records there?")]
    public required RunLogVerdict Completeness { get; init; }

    [Description("Do the records lead to the head given?")]
    public required RunLogVerdict Anchored { get; init; }
}
