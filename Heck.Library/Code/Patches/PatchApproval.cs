using System.ComponentModel;

namespace Heck.Code.Patches;

/// <summary>That someone agreed to a patch, which is to its diff: a patch of another diff is another patch. Nothing gives approvals yet.</summary>
internal sealed record PatchApproval(
    [property: Description("Who agreed")] string By,
    [property: Description("When")] DateTimeOffset Time,
    [property: Description("The run that took it down")] string RunId);
