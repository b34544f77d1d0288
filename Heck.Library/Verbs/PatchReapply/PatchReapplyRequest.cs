using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchReapply;

/// <summary>Asks to undo a rollback.</summary>
[Description("Apply a patch again that was rolled back")]
public sealed record PatchReapplyRequest : VerbRequest<PatchMovedPayload>
{
    [Description("The patch's id")]
    [Positional(0)]
    public required string Id { get; init; }

    [Description("Let a merge with later work add syntax errors")]
    public bool AllowSyntaxErrors { get; init; }
}
