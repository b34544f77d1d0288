using System.Text.Json;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>The <c>baseUrl</c> and <c>paths</c> of the nearest <c>tsconfig.json</c> or <c>jsconfig.json</c>, <c>extends</c> followed.</summary>
internal sealed class CompilerPaths(IProjectFiles files, ModulePaths paths)
{
    /// <summary>A chain of <c>extends</c> longer than this is taken for a cycle.</summary>
    private const int LongestChain = 16;

    private static readonly string[] Names = ["tsconfig.json", "jsconfig.json"];

    private readonly Dictionary<RepoPath, Settings?> _byFolder = [];

    public RepoPath? Resolve(RepoPath from, string specifier) =>
        Nearest(from.Parent) is { } settings ? ByPattern(settings, specifier) ?? ByBase(settings, specifier) : null;

    private RepoPath? ByPattern(Settings settings, string specifier)
    {
        foreach (var (pattern, targets) in settings.Patterns)
        {
            if (StarPattern.Match(pattern, specifier) is not { } star) continue;
            foreach (var target in targets)
            {
                if (ModulePaths.Join(settings.PatternBase, target.Replace("*", star, StringComparison.Ordinal)) is { } path && paths.Find(path) is { } found) return found;
            }
        }

        return null;
    }

    private RepoPath? ByBase(Settings settings, string specifier) =>
        settings.BaseUrl is { } root && ModulePaths.Join(root, specifier) is { } path ? paths.Find(path) : null;

    private Settings? Nearest(RepoPath folder)
    {
        if (_byFolder.TryGetValue(folder, out var known)) return known;
        var config = Names.Select(folder.Combine).FirstOrDefault(files.Exists);
        var settings = config != default ? Read(config, LongestChain) : folder == default ? null : Nearest(folder.Parent);
        return _byFolder[folder] = settings;
    }

    private Settings Read(RepoPath config, int remaining)
    {
        var json = JsonFile.Read(files, config);
        var inherited = json is { } root && remaining > 0 ? Bases(root, config).Select(b => Read(b, remaining - 1)).LastOrDefault(s => s.BaseUrl is not null || s.Patterns.Count > 0) : null;
        var options = json?.Member("compilerOptions");
        var baseUrl = options?.Text("baseUrl") is { } text ? ModulePaths.Join(config.Parent, text) : inherited?.BaseUrl;
        return options?.Member("paths") is { ValueKind: JsonValueKind.Object } patterns
            ? new Settings(baseUrl, baseUrl ?? config.Parent, Patterns(patterns))
            : new Settings(baseUrl, inherited?.PatternBase ?? config.Parent, inherited?.Patterns ?? []);
    }

    private IEnumerable<RepoPath> Bases(JsonElement root, RepoPath config)
    {
        var texts = root.Member("extends") switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!),
            _ => Enumerable.Empty<string>(),
        };
        foreach (var text in texts.Where(t => t.StartsWith('.')))
        {
            if (ModulePaths.Join(config.Parent, text) is not { } path) continue;
            foreach (var candidate in new[] { path.Value, path.Value + ".json" })
            {
                if (RepoPath.TryParse(candidate, out var found) && files.Exists(found)) yield return found;
            }
        }
    }

    /// <summary>Exact patterns first, then the longest text before the star, as TypeScript chooses.</summary>
    private static List<(string Pattern, string[] Targets)> Patterns(JsonElement paths) =>
        [.. paths.EnumerateObject()
            .Where(p => p.Value.ValueKind == JsonValueKind.Array)
            .Select(p => (p.Name, Targets: p.Value.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!).ToArray()))
            .OrderByDescending(p => StarPattern.Precedence(p.Name))];

    private sealed record Settings(RepoPath? BaseUrl, RepoPath PatternBase, List<(string Pattern, string[] Targets)> Patterns);
}
