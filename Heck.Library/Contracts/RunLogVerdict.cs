using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Heck.Contracts;

/// <summary>One answer about the run log.</summary>
public sealed record RunLogVerdict
{
    /// <summary>False when it fails; null when it was not asked.</summary>
    [Description("True when it holds, false when it fails, null when it was not asked")]
    public required bool? Ok { get; init; }

    /// <summary>What was found.</summary>
    [Description("What was found, as a sentence")]
    public required string Reason { get; init; }

    /// <summary>File and line of the first fault.</summary>
    [Description("File and line of the first fault")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Place { get; init; }

    /// <summary>Number of the record concerned.</summary>
    [Description("Number of the record concerned")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Seq { get; init; }
}
