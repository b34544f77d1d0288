using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>A language server's part in a refactoring.</summary>
public sealed record RefactorSecondEngine(
    [property: Description("Its name, such as gopls")] string Name,
    [property: Description("Uses that it decided")] int Decided,
    [property: Description("Places that only one of both engines would change, the role says which; they are as the first engine decided")] IReadOnlyList<Place> Differences)
{
    [Description("What it says its version is; absent when it does not")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }
}
