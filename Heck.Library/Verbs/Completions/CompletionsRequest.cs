using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Completions;

/// <summary>Asks for a shell's completion script.</summary>
[Description("Print the completion script of a shell")]
public sealed record CompletionsRequest : VerbRequest<CompletionsPayload>
{
    [Description("bash, zsh, fish or pwsh")]
    [Positional(0)]
    public required string Shell { get; init; }
}
