using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Index;

/// <summary>Brings the index of the repository up to date.</summary>
[Description("Index files, symbols, references, imports and words; only what changed is read again")]
public sealed record IndexRequest : VerbRequest<IndexPayload>
{
    [Description("Parse every file again, whatever the index has")]
    public bool Full { get; init; }

    [Description("Derive everything a second time and compare it with the index")]
    public bool Verify { get; init; }

    [Description("Write every symbol as a line of JSON to this file (- is standard output)")]
    public string? Export { get; init; }

    [Description("Write the module graph and the map between tests and code as JSON to this file (- is standard output)")]
    public string? Map { get; init; }
}
