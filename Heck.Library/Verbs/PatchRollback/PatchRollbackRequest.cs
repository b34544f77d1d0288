using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchRollback;

/// <summary>Asks to put files back as they were before a patch; later work on them stays.</summary>
[Description("Take a patch back; work that was done on its files since stays")]
public sealed record PatchRollbackRequest : VerbRequest<PatchMovedPayload>
{
    [Description("The patch's id")]
    [Positional(0)]
    public string? Id { get; init; }

    [Description("The patch that was applied last")]
    public bool Last { get; init; }

    [Description("Let a merge with later work add syntax errors")]
    public bool AllowSyntaxErrors { get; init; }
}
