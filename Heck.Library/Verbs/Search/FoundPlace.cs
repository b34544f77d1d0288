using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Verbs.Search;

/// <summary>One hit.</summary>
public sealed record FoundPlace
{
    [Description("Path relative to the repository root")]
    public required RepoPath Path { get; init; }

    [Description("Line to open, from 1")]
    public required int Line { get; init; }

    [Description("Between 0 and 1, the higher the better")]
    public required double Score { get; init; }

    [Description("Qualified name, when a symbol was found")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Symbol { get; init; }

    [Description("Kind of the symbol")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    [Description("The line's text, or the symbol's signature")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Snippet { get; init; }

    [Description("Where the score comes from")]
    public required IReadOnlyList<string> Reasons { get; init; }
}
