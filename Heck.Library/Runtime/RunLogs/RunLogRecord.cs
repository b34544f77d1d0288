using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>One operation. The log numbers and chains it; who appends it leaves <see cref="Seq"/>, <see cref="Prev"/> and <see cref="Hash"/> alone.</summary>
internal sealed record RunLogRecord
{
    public long Seq { get; init; }

    public required string RunId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Cmd { get; init; }

    public required string Version { get; init; }

    /// <summary>The request as the verb got it.</summary>
    public required JsonElement Request { get; init; }

    public required bool Ok { get; init; }

    public required int ExitCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tree { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Patch { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RepoPath>? Files { get; init; }

    public required long DurationMs { get; init; }

    /// <summary>Hash of the payload's canonical JSON.</summary>
    public required ContentHash PayloadHash { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The hash of the record before; 64 zeros in the first.</summary>
    public ContentHash Prev { get; init; }

    /// <summary>SHA-256 of this record's canonical JSON without this member.</summary>
    public ContentHash Hash { get; init; }
}
