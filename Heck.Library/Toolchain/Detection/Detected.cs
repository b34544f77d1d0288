namespace Heck.Toolchain.Detection;

/// <summary>What a repository is written in and worked on with, as its files say; nothing was run to find out.</summary>
internal sealed record Detected
{
    /// <summary>Most files first.</summary>
    public required IReadOnlyList<DetectedLanguage> Languages { get; init; }

    public required IReadOnlyList<DetectedTool> TestRunners { get; init; }

    public required IReadOnlyList<DetectedTool> Linters { get; init; }

    public required IReadOnlyList<DetectedTool> PackageManagers { get; init; }

    public required IReadOnlyList<DetectedTool> Migrations { get; init; }

    /// <summary>Manifests that could not be read, each with its path.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
