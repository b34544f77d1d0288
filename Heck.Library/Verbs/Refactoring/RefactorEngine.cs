using System.ComponentModel;

namespace Heck.Verbs.Refactoring;

/// <summary>What decided a refactoring.</summary>
public sealed record RefactorEngine(
    [property: Description("Name, such as heck/typescript")] string Name,
    [property: Description("Its version")] string Version);
