using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.PatchCreate;

/// <summary>Asks to keep a diff as a patch that fits the present tree.</summary>
[Description("Keep a diff as a patch that can be applied and rolled back")]
public sealed record PatchCreateRequest : VerbRequest<PatchCreatePayload>
{
    [Description("A unified diff, as git writes it or plain; - for standard input")]
    [Positional(0)]
    public required string File { get; init; }

    [Description("What the patch is about; default: where it comes from")]
    [ShortName('t')]
    public string? Title { get; init; }
}
