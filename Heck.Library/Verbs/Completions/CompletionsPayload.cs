using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Completions;

/// <summary>A completion script.</summary>
public sealed record CompletionsPayload : IPayload
{
    [Description("The shell that the script is for")]
    public required string Shell { get; init; }

    [Description("The script; source it from the shell's start-up file")]
    public required string Script { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([new Verbatim(Script)]);
}
