using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Explaining;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>Something that the symbol or the file uses.</summary>
public sealed record CalleePlace
{
    [Description("Its name")]
    public required string Name { get; init; }

    [Description("How it is used first")]
    public required string Role { get; init; }

    [Description("Line of the first use, from 1")]
    public required int UsedAt { get; init; }

    [Description("Kind of the declaration")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    [Description("File of the declaration, when one can be named")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RepoPath? Path { get; init; }

    [Description("Line of the declaration")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    [Description("The specifier that it is imported from, when that leads outside the repository")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    [Description("How many declarations bear the name")]
    public required int Candidates { get; init; }

    [Description("How sure it is that the declaration named is the one meant")]
    public required Certainty Certainty { get; init; }
}
