using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>A test file that concerns the symbol or the file.</summary>
public sealed record TestPlace
{
    [Description("Path relative to the repository root")]
    public required RepoPath Path { get; init; }

    [Description("Line of the first use of the symbol")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    [Description("The higher the closer")]
    public required double Score { get; init; }

    [Description("How it is known: uses it, imports, name, references")]
    public required IReadOnlyList<string> Reasons { get; init; }
}
