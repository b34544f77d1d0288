using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.PatchApply;

/// <summary>Asks to change the tree by a patch, all of it or nothing.</summary>
[Description("Apply a patch, all of it or nothing")]
public sealed record PatchApplyRequest : VerbRequest<PatchApplyPayload>
{
    [Description("The patch's id")]
    [Positional(0)]
    public string? Id { get; init; }

    [Description("Make a patch of this diff first; - for standard input")]
    public string? Diff { get; init; }

    [Description("Only say whether it fits")]
    public bool Check { get; init; }

    [Description("Merge where files have changed since the patch was made")]
    [OptionName("3way")]
    public bool ThreeWay { get; init; }
}
