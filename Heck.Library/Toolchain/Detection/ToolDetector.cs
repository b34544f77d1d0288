using Heck.Contracts;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Toolchain.Detection;

/// <summary>Tells from a repository's files what it uses. Every answer names its evidence, so that a user can see why.</summary>
internal static class ToolDetector
{
    public static Detected Detect(RepositoryLayout layout, WalkResult walk, CancellationToken ct)
    {
        var signs = Signs.Of(layout, walk, ct);
        return new Detected
        {
            Languages = Languages(walk),
            TestRunners = Find(ToolCatalog.TestRunners, signs),
            Linters = Find(ToolCatalog.Linters, signs),
            PackageManagers = Find(ToolCatalog.PackageManagers, signs),
            Migrations = Find(ToolCatalog.Migrations, signs),
            Warnings = signs.Warnings,
        };
    }

    private static List<DetectedLanguage> Languages(WalkResult walk) =>
    [
        .. walk.Files.Select(f => LanguageCatalog.NameOf(f.Path.Extension)).OfType<string>()
            .CountBy(name => name).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => new DetectedLanguage(l.Key, l.Value)),
    ];

    private static List<DetectedTool> Find(IReadOnlyList<Tool> catalog, Signs signs)
    {
        var found = catalog.ToDictionary(tool => tool, tool => Evidence(tool.Signs, signs));
        var settled = catalog.Where(tool => found[tool].Count > 0).Select(tool => tool.Ecosystem).ToHashSet();
        foreach (var tool in catalog.Where(tool => !settled.Contains(tool.Ecosystem)))
            found[tool] = Evidence(tool.Signs.Where(IsFallback).Select(sign => sign["else:".Length..]), signs);
        return [.. catalog.Where(tool => found[tool].Count > 0).Select(tool => new DetectedTool(tool.Name, found[tool]))];
    }

    private static List<RepoPath> Evidence(IEnumerable<string> wanted, Signs signs)
    {
        var evidence = new List<RepoPath>();
        foreach (var sign in wanted)
        {
            if (signs.TryFind(sign, out var path) && !evidence.Contains(path)) evidence.Add(path);
        }

        return evidence;
    }

    private static bool IsFallback(string sign) => sign.StartsWith("else:", StringComparison.Ordinal);
}
