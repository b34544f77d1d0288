using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Patches;

namespace Heck.Verbs.Undo;

/// <summary>Asks to take back the last operation on the tree, then the one before it.</summary>
[Description("Take back the last operation on the tree, then the one before")]
public sealed record UndoRequest : VerbRequest<PatchMovedPayload>
{
    [Description("Let a merge with later work add syntax errors")]
    public bool AllowSyntaxErrors { get; init; }
}
