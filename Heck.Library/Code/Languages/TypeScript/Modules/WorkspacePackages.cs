using System.Text.Json;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>The packages whose manifests lie in the repository: what their names, <c>exports</c> and <c>imports</c> lead to.</summary>
internal sealed class WorkspacePackages(IProjectFiles files, ModulePaths paths)
{
    /// <summary>Conditions of an export in the order in which sources are found best; <c>source</c> is what bundlers agreed on.</summary>
    private static readonly string[] Conditions = ["source", "development", "types", "import", "module", "require", "node", "browser", "default"];

    /// <summary>Folders that builds write; the source of what they hold lies beside them.</summary>
    private static readonly string[] OutputFolders = ["dist", "lib", "build", "out", "esm", "cjs", "es", "types", "umd"];

    private Dictionary<string, RepoPath>? _byName;

    /// <summary>True when the specifier names a package of the repository, whether or not the file in it was found.</summary>
    public bool Owns(string specifier) => ByName.ContainsKey(Split(specifier).Package);

    public RepoPath? Resolve(string specifier)
    {
        var (name, subpath) = Split(specifier);
        if (!ByName.TryGetValue(name, out var manifest) || JsonFile.Read(files, manifest) is not { } json) return null;
        var folder = manifest.Parent;
        return json.Member("exports") is { } exports && Exported(exports, folder, subpath) is { } exported ? exported : WithoutExports(json, folder, subpath);
    }

    /// <summary>A specifier that begins with <c>#</c>, by the nearest manifest.</summary>
    public RepoPath? ResolveInternal(RepoPath from, string specifier)
    {
        for (var folder = from.Parent; ; folder = folder.Parent)
        {
            var manifest = folder.Combine("package.json");
            if (files.Exists(manifest)) return JsonFile.Read(files, manifest)?.Member("imports") is { } imports ? ByTable(imports, folder, specifier) : null;
            if (folder == default) return null;
        }
    }

    private Dictionary<string, RepoPath> ByName => _byName ??= ReadNames();

    private Dictionary<string, RepoPath> ReadNames()
    {
        var byName = new Dictionary<string, RepoPath>();
        foreach (var path in files.Paths.Where(p => p.Name == "package.json"))
        {
            if (JsonFile.Read(files, path)?.Text("name") is { Length: > 0 } name) byName.TryAdd(name, path);
        }

        return byName;
    }

    private static (string Package, string Subpath) Split(string specifier)
    {
        var slash = specifier.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && specifier[0] == '@') slash = specifier.IndexOf('/', slash + 1);
        return slash < 0 ? (specifier, ".") : (specifier[..slash], "." + specifier[slash..]);
    }

    private RepoPath? Exported(JsonElement exports, RepoPath folder, string subpath)
    {
        var isTable = exports.ValueKind == JsonValueKind.Object && exports.EnumerateObject().Any(p => p.Name.StartsWith('.'));
        if (isTable) return ByTable(exports, folder, subpath);
        return subpath == "." ? Target(exports, folder, "") : null;
    }

    private RepoPath? ByTable(JsonElement table, RepoPath folder, string key)
    {
        if (table.ValueKind != JsonValueKind.Object) return null;
        foreach (var entry in table.EnumerateObject().OrderByDescending(p => StarPattern.Precedence(p.Name)))
        {
            if (StarPattern.Match(entry.Name, key) is { } star && Target(entry.Value, folder, star) is { } found) return found;
        }

        return null;
    }

    private RepoPath? Target(JsonElement target, RepoPath folder, string star) => target.ValueKind switch
    {
        JsonValueKind.String => Source(folder, target.GetString()!.Replace("*", star, StringComparison.Ordinal)),
        JsonValueKind.Array => target.EnumerateArray().Select(t => Target(t, folder, star)).FirstOrDefault(t => t is not null),
        JsonValueKind.Object => Conditions.Select(c => target.Member(c)).OfType<JsonElement>().Select(t => Target(t, folder, star)).FirstOrDefault(t => t is not null),
        _ => null,
    };

    private RepoPath? WithoutExports(JsonElement json, RepoPath folder, string subpath)
    {
        if (subpath != ".") return ModulePaths.Join(folder, subpath) is { } below ? paths.Find(below) ?? Source(folder, "src/" + subpath[2..]) : null;
        foreach (var entry in new[] { "source", "types", "typings", "module", "main" })
        {
            if (json.Text(entry) is { } target && Source(folder, target) is { } found) return found;
        }

        return paths.FindIndex(folder) ?? paths.FindIndex(folder.Combine("src"));
    }

    /// <summary>The file of a target, or the source that a target in an output folder was built from.</summary>
    private RepoPath? Source(RepoPath folder, string target)
    {
        if (ModulePaths.Join(folder, target) is not { } path) return null;
        if (paths.Find(path) is { } there) return there;
        var parts = path.Value[(folder.Value.Length == 0 ? 0 : folder.Value.Length + 1)..].Split('/');
        var skip = parts.TakeWhile(OutputFolders.Contains).Count();
        if (skip == 0) return null;
        foreach (var stem in new[] { "src", "" })
        {
            var relative = string.Join('/', parts.Skip(skip).Prepend(stem).Where(p => p.Length > 0));
            if (ModulePaths.Join(folder, AsScript(relative)) is { } source && paths.FindFile(source) is { } found) return found;
        }

        return null;
    }

    /// <summary>A declaration file's name as its output's, so that the usual search from output to source applies.</summary>
    private static string AsScript(string path) => path.EndsWith(".d.ts", StringComparison.Ordinal) ? path[..^5] + ".js" : path;
}
