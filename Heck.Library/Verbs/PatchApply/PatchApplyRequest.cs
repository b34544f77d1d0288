using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchApply;

/// <summary>Asks to change the tree by a patch, all of it or nothing.</summary>
[Description("Apply a patch, all of it or nothing")]
public sealed record PatchApplyRequest : VerbRequest<PatchApplyPayload>
{
    [Description("The patch's id")]
    [Positional(0)]
    public string? Id { get; init; }

    [Description("Make a patch of this change first; - for standard input")]
    public string? Diff { get; init; }

    [Description("Only say whether it fits")]
    public bool Check { get; init; }

    /// <inheritdoc/>
    internal override bool OnlyLooks => Check || DryRun;

    [Description("Merge where files have changed since the patch was made")]
    [OptionName("3way")]
    public bool ThreeWay { get; init; }

    [Description("The form of --diff: auto, unified, v4a (`*** Begin Patch`) or blocks (SEARCH/REPLACE); default: auto")]
    [AllowedValues(ReplyInput.Auto, ReplyInput.Unified, ReplyInput.V4a, ReplyInput.Blocks, ErrorMessage = "--format is auto, unified, v4a or blocks.")]
    public string? Format { get; init; }

    [Description("PATH=SHA256: the file must have this content, and may then be replaced by an added or moved one; may be given more than once")]
    public IReadOnlyList<string>? Expect { get; init; }

    [Description("Take a model's change, or a merge, although it adds syntax errors")]
    public bool AllowSyntaxErrors { get; init; }
}
