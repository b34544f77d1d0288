using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Heck.Verbs.Refactoring;

/// <summary>What decided a refactoring.</summary>
public sealed record RefactorEngine(
    [property: Description("Name, such as heck/typescript")] string Name,
    [property: Description("Its version")] string Version)
{
    [Description("The projects that were evaluated; absent where there are none or the repository is not trusted")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefactorProjects? Projects { get; init; }

    [Description("The language server that was asked about uses which the engine could not decide; absent when none was")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefactorSecondEngine? Second { get; init; }
}
