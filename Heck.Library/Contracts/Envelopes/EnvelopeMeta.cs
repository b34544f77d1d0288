using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Heck.Contracts.Envelopes;

/// <summary>What every envelope says about its run.</summary>
public sealed record EnvelopeMeta
{
    /// <summary>The run's id; the run log holds its record where there is one.</summary>
    [Description("Id of this run")]
    public required string RunId { get; init; }

    /// <summary>The absolute path of the repository root.</summary>
    [Description("Absolute path of the repository root")]
    public required string Root { get; init; }

    /// <summary>Name and version of the schema that the envelope fits, such as <c>status/1</c>.</summary>
    [Description("Schema that this envelope fits")]
    public required string Schema { get; init; }

    /// <summary>The hash of the tree that the result is bound to, where the verb is bound to one.</summary>
    [Description("Hash of the tree that the result is bound to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tree { get; init; }

    /// <summary>What the user should know although the run went on.</summary>
    [Description("What the user should know although the run went on")]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Provider facts, where a model was asked.</summary>
    [Description("Provider facts, where a model was asked")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Provider { get; init; }

    /// <summary>Budget facts, where a limit applies.</summary>
    [Description("Budget facts, where a limit applies")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Budget { get; init; }

    /// <summary>Policy facts, where policy was asked.</summary>
    [Description("Policy facts, where policy was asked")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Policy { get; init; }
}
