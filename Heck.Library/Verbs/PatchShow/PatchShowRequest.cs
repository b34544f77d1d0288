using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.PatchShow;

/// <summary>Asks for one patch with its diff.</summary>
[Description("Show a patch with its diff")]
public sealed record PatchShowRequest : VerbRequest<PatchShowPayload>
{
    [Description("The patch's id")]
    [Positional(0)]
    public required string Id { get; init; }
}
