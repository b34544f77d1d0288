using Heck.Contracts;

namespace Heck.Code.Languages.Go;

/// <summary>
/// Finds the files of a package by its path: where a <c>replace</c> points, below a <c>vendor</c> folder, or in a module of the repository.
/// All files of the folder belong to it, whatever their build tags say; tests do not.
/// </summary>
internal sealed class GoImportResolver(IProjectFiles files) : IImportResolver
{
    private readonly Dictionary<RepoPath, RepoPath[]> _folders = Folders(files);
    private readonly GoModule[] _modules = [.. files.Paths.Where(p => p.Name == "go.mod").Select(p => GoModule.Read(p, files)).OfType<GoModule>()];

    public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import) =>
        Candidates(from, import.Specifier).Select(f => f is { } folder ? _folders.GetValueOrDefault(folder) : null).FirstOrDefault(f => f is not null) ?? [];

    private IEnumerable<RepoPath?> Candidates(RepoPath from, string package)
    {
        var own = _modules.Where(m => from.IsWithin(m.Folder)).MaxBy(m => m.Folder.Value.Length);
        foreach (var (module, folder) in own?.Replaces ?? []) yield return Below(folder, module, package);
        if (own is not null) yield return package.Length > 0 && RepoPath.TryParse(package, out var path) ? own.Folder.Combine("vendor").Combine(path.Value) : null;
        foreach (var known in _modules.OrderByDescending(m => m.Path.Length)) yield return Below(known.Folder, known.Path, package);
    }

    /// <summary>The folder of a package in a module, or null when the package is not in it.</summary>
    private static RepoPath? Below(RepoPath folder, string module, string package)
    {
        if (package == module) return folder;
        // The standard library is a module whose packages' paths do not begin with its own.
        if (module == "std") return package.Length > 0 && RepoPath.TryParse(package, out var standard) ? folder.Combine(standard.Value) : null;
        return package.StartsWith(module + "/", StringComparison.Ordinal) && RepoPath.TryParse(package[(module.Length + 1)..], out var rest)
            ? folder.Combine(rest.Value)
            : null;
    }

    private static Dictionary<RepoPath, RepoPath[]> Folders(IProjectFiles files) => files.Paths
        .Where(p => p.Extension == ".go" && !p.Name.EndsWith("_test.go", StringComparison.Ordinal))
        .GroupBy(p => p.Parent)
        .ToDictionary(g => g.Key, g => Package([.. g], files));

    /// <summary>Without the programs that may lie beside a package's files under <c>//go:build ignore</c>.</summary>
    private static RepoPath[] Package(RepoPath[] folder, IProjectFiles files)
    {
        RepoPath[] imported = [.. folder.Where(f => files.Packages.GetValueOrDefault(f) is not ("main" or "documentation"))];
        return imported.Length == 0 ? folder : imported;
    }
}
