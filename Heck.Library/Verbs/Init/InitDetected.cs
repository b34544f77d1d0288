using System.ComponentModel;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Init;

/// <summary>Languages and tools that the repository's files speak of.</summary>
public sealed record InitDetected
{
    [Description("Languages by number of files, most first")]
    public required IReadOnlyList<InitLanguage> Languages { get; init; }

    [Description("Programs that run tests")]
    public required IReadOnlyList<InitTool> TestRunners { get; init; }

    [Description("Linters, formatters and type checkers")]
    public required IReadOnlyList<InitTool> Linters { get; init; }

    [Description("Package managers")]
    public required IReadOnlyList<InitTool> PackageManagers { get; init; }

    [Description("Systems that migrate a database")]
    public required IReadOnlyList<InitTool> Migrations { get; init; }

    internal Fields ToFields() => new(
    [
        new Field("languages", Languages.Count == 0 ? "none" : string.Join(", ", Languages.Select(l => $"{l.Name} {l.Files}"))),
        Field("test runners", TestRunners),
        Field("linters", Linters),
        Field("package managers", PackageManagers),
        Field("migrations", Migrations),
    ]);

    private static Field Field(string label, IReadOnlyList<InitTool> tools) =>
        new(label, tools.Count == 0 ? "none" : string.Join(", ", tools.Select(t => $"{t.Name} ({t.Evidence[0]})")));
}
