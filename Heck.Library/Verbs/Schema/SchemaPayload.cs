using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Schema;

/// <summary>The JSON Schemas (draft 2020-12) of one verb.</summary>
public sealed record SchemaPayload : IPayload
{
    private static readonly JsonSerializerOptions Indented = new(HeckJson.NewOptions()) { WriteIndented = true };

    [Description("The verb's path")]
    public required string Verb { get; init; }

    [Description("Schema of the request object")]
    public required JsonObject Request { get; init; }

    [Description("Schema of the envelope")]
    public required JsonObject Envelope { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([new Verbatim(new JsonObject
    {
        ["request"] = Request.DeepClone(),
        ["envelope"] = Envelope.DeepClone(),
    }.ToJsonString(Indented))]);
}
