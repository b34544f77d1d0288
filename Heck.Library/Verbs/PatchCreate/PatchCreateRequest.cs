using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.PatchCreate;

/// <summary>Asks to keep a change as a patch: a diff that fits the present tree, a range of commits, or what the working tree has changed.</summary>
[Description("Keep a diff, a range of commits or the working tree's changes as a patch")]
public sealed record PatchCreateRequest : VerbRequest<PatchCreatePayload>
{
    [Description("A unified diff, as git writes it or plain; - for standard input")]
    [Positional(0)]
    public string? File { get; init; }

    [Description("Take the difference of two commits, A..B")]
    public string? Range { get; init; }

    [Description("Take what differs from HEAD, staged or not, and new files that git does not ignore; the patch is then in the tree already")]
    public bool Worktree { get; init; }

    [Description("What the patch is about; default: where it comes from")]
    [ShortName('t')]
    public string? Title { get; init; }
}
