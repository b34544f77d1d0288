using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchCreate;

/// <summary>Asks to keep a change as a patch: a diff that fits the present tree, a range of commits, or what the working tree has changed.</summary>
[Description("Keep a diff, a range of commits or the working tree's changes as a patch")]
public sealed record PatchCreateRequest : VerbRequest<PatchCreatePayload>
{
    [Description("A unified diff, a `*** Begin Patch` patch or SEARCH/REPLACE blocks, alone or in a model's reply; - for standard input")]
    [Positional(0)]
    public string? File { get; init; }

    [Description("Take the difference of two commits, A..B")]
    public string? Range { get; init; }

    [Description("Take what differs from HEAD, staged or not, and new files that git does not ignore; the patch is then in the tree already")]
    public bool Worktree { get; init; }

    [Description("What the patch is about; default: where it comes from")]
    [ShortName('t')]
    public string? Title { get; init; }

    [Description("The form of the change: auto, unified, v4a (`*** Begin Patch`) or blocks (SEARCH/REPLACE); default: auto")]
    [AllowedValues(ReplyInput.Auto, ReplyInput.Unified, ReplyInput.V4a, ReplyInput.Blocks, ErrorMessage = "--format is auto, unified, v4a or blocks.")]
    public string? Format { get; init; }

    [Description("PATH=SHA256: the file must have this content, and may then be replaced by an added or moved one; may be given more than once")]
    public IReadOnlyList<string>? Expect { get; init; }

    [Description("Take a model's change although it adds syntax errors")]
    public bool AllowSyntaxErrors { get; init; }
}
