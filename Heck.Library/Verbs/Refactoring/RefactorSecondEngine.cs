using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>A language server's part in a refactoring.</summary>
public sealed record RefactorSecondEngine(
    [property: Description("Its name, such as gopls")] string Name,
    [property: Description("What it says its version is"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Version,
    [property: Description("Uses that it decided")] int Decided,
    [property: Description("Places that only one of both engines would change, the role says which; they are as the first engine decided")] IReadOnlyList<Place> Differences);
