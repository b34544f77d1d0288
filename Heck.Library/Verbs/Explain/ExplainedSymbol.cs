using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Verbs.Explain;

/// <summary>A declared symbol.</summary>
public sealed record ExplainedSymbol
{
    [Description("Its name")]
    public required string Name { get; init; }

    [Description("Its name with those of the symbols around it")]
    public required string QualifiedName { get; init; }

    [Description("What it is")]
    public required SymbolKind Kind { get; init; }

    [Description("The head of the declaration on one line")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signature { get; init; }

    [Description("Its documentation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doc { get; init; }

    [Description("Path relative to the repository root")]
    public required RepoPath Path { get; init; }

    [Description("Line of the name, from 1")]
    public required int Line { get; init; }

    [Description("Column of the name in UTF-16 units, from 1")]
    public required int Column { get; init; }

    [Description("Line where the declaration ends")]
    public required int EndLine { get; init; }

    [Description("Visible outside its file")]
    public required bool Exported { get; init; }
}
