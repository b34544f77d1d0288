using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>Joins paths inside the repository and finds the source file that a module path without certain extension means.</summary>
internal sealed class ModulePaths(IProjectFiles files)
{
    private static readonly string[] SourceExtensions = [".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mts", ".d.mts", ".mjs", ".cts", ".d.cts", ".cjs", ".json"];

    /// <summary>What may have been compiled to each extension; TypeScript looks for the source first.</summary>
    private static readonly (string Written, string[] Sources)[] Outputs =
    [
        (".js", [".ts", ".tsx", ".d.ts"]),
        (".jsx", [".tsx", ".d.ts"]),
        (".mjs", [".mts", ".d.mts"]),
        (".cjs", [".cts", ".d.cts"]),
    ];

    /// <summary>Resolves <c>.</c> and <c>..</c> against a folder; null when the result leaves the repository.</summary>
    public static RepoPath? Join(RepoPath folder, string relative)
    {
        var parts = new List<string>(folder.Value.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return null;
        }

        return RepoPath.TryParse(string.Join('/', parts), out var path) ? path : null;
    }

    /// <summary>The file, else the folder's manifest entry, else its index.</summary>
    public RepoPath? Find(RepoPath path) => FindFile(path) ?? FindInManifest(path) ?? FindIndex(path);

    public RepoPath? FindFile(RepoPath path)
    {
        foreach (var (written, sources) in Outputs)
        {
            if (!path.Value.EndsWith(written, StringComparison.Ordinal)) continue;
            var stem = path.Value[..^written.Length];
            if (FirstOf(stem, sources) is { } source) return source;
        }

        if (path.Value.Length > 0 && files.Exists(path)) return path;
        return path.Value.Length > 0 ? FirstOf(path.Value, SourceExtensions) : null;
    }

    public RepoPath? FindIndex(RepoPath folder) => FirstOf(folder.Value.Length == 0 ? "index" : folder.Value + "/index", SourceExtensions);

    private RepoPath? FindInManifest(RepoPath folder)
    {
        var manifest = folder.Combine("package.json");
        if (!files.Exists(manifest) || JsonFile.Read(files, manifest) is not { } json) return null;
        foreach (var entry in new[] { "types", "typings", "module", "main" })
        {
            if (json.Text(entry) is { } target && Join(folder, target) is { } path && (FindFile(path) ?? FindIndex(path)) is { } found) return found;
        }

        return null;
    }

    private RepoPath? FirstOf(string stem, string[] extensions)
    {
        foreach (var extension in extensions)
        {
            if (RepoPath.TryParse(stem + extension, out var path) && files.Exists(path)) return path;
        }

        return null;
    }
}
