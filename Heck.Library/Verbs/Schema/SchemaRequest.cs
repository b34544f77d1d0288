using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Schema;

/// <summary>Asks for the JSON Schemas of a verb.</summary>
[Description("Print the JSON Schemas of a verb's request and envelope")]
public sealed record SchemaRequest : VerbRequest<SchemaPayload>
{
    [Description("The verb, such as status or \"patch apply\"")]
    [Positional(0)]
    public required IReadOnlyList<string> Verb { get; init; }
}
