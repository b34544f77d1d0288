using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Explaining;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>A use of the symbol, or for a file a file that imports it.</summary>
public sealed record CallerPlace
{
    [Description("Path relative to the repository root")]
    public required RepoPath Path { get; init; }

    [Description("Line, from 1")]
    public required int Line { get; init; }

    [Description("Column in UTF-16 units, from 1")]
    public required int Column { get; init; }

    [Description("How it is used: call, read, write, type, inherit, member, import")]
    public required string Role { get; init; }

    [Description("Qualified name of the symbol that the use stands in; absent at the top of a file")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Symbol { get; init; }

    [Description("How sure it is that this use means the symbol: by name and import alone some are only possible")]
    public required Certainty Certainty { get; init; }
}
