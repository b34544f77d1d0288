using Heck.Contracts;

namespace Heck.Code.Languages.Python.Modules;

/// <summary>The modules among a repository's files, found as CPython's path finder would: package before module before namespace package.</summary>
internal sealed class PythonModules
{
    private readonly HashSet<RepoPath> _files = [];
    private readonly HashSet<RepoPath> _folders = [];
    private readonly Dictionary<RepoPath, PythonModule?> _byStem = [];
    private readonly Dictionary<string, PythonModule?> _namespaces = [];
    private readonly PythonRoots _roots;

    public PythonModules(IProjectFiles files)
    {
        foreach (var path in files.Paths.Where(p => p.Extension is ".py" or ".pyi")) Add(path);
        _roots = new PythonRoots(files, IsRegularPackage);
    }

    /// <summary>The module that a source file or stub is.</summary>
    public PythonModule? Of(RepoPath file)
    {
        if (!_files.Contains(file)) return null;
        var stem = IsInit(file) ? file.Parent : Stem(file);
        var module = At(stem);
        return module is not null && module.Files.Contains(file) ? module : new PythonModule(stem.Name, [file], []);
    }

    /// <summary>The module of an absolute dotted name, as seen from a file; null when the repository has none.</summary>
    public PythonModule? Find(RepoPath from, string dotted)
    {
        var parts = dotted.Split('.');
        return Below(FindTop(from, parts[0]), parts.Skip(1));
    }

    /// <summary>The module of a relative name: <paramref name="level"/> dots, then a dotted name that may be empty.</summary>
    public PythonModule? FindRelative(RepoPath from, int level, string dotted)
    {
        var folder = from.Parent;
        for (var up = 1; up < level; up++)
        {
            if (folder == default) return null;
            folder = folder.Parent;
        }

        var package = At(folder);
        return dotted.Length == 0 ? package : Below(package, dotted.Split('.'));
    }

    /// <summary>The dotted name by which a file imports another, present or new; null when it cannot.</summary>
    public string? NameOf(RepoPath from, RepoPath target)
    {
        foreach (var root in _roots.Of(from).Where(target.IsWithin))
        {
            if (PartsBelow(root, target) is not { Length: > 0 } parts) continue;
            var found = Find(from, string.Join('.', parts));
            if (_files.Contains(target) ? found?.Files.Contains(target) == true : found is null || found.IsNamespace) return string.Join('.', parts);
        }

        return null;
    }

    /// <summary>The name with leading dots by which a file imports another of its own package; null when they share none.</summary>
    public string? RelativeNameOf(RepoPath from, RepoPath target)
    {
        var folder = from.Parent;
        for (var dots = 1; folder != default && IsRegularPackage(folder); dots++, folder = folder.Parent)
        {
            if (target.IsWithin(folder) && PartsBelow(folder, target) is { } parts) return new string('.', dots) + string.Join('.', parts);
        }

        return null;
    }

    public static bool IsInit(RepoPath file) => file.Name is "__init__.py" or "__init__.pyi";

    private static string[]? PartsBelow(RepoPath folder, RepoPath target)
    {
        var stem = IsInit(target) ? target.Parent : Stem(target);
        var below = folder == default ? stem.Value : stem == folder ? "" : stem.Value[(folder.Value.Length + 1)..];
        var parts = below.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.All(p => Binding.PythonNameRule.Reject(p) is null) ? parts : null;
    }

    public PythonModule? Submodule(PythonModule module, string name)
    {
        var found = module.Folders.Select(f => TryAt(f, name)).OfType<PythonModule>().ToList();
        return found.Find(m => !m.IsNamespace) ?? Merge(found);
    }

    private PythonModule? Below(PythonModule? module, IEnumerable<string> parts) =>
        parts.Aggregate(module, (m, part) => m is null ? null : Submodule(m, part));

    private PythonModule? FindTop(RepoPath from, string name)
    {
        var portions = new List<PythonModule>();
        foreach (var root in _roots.Of(from))
        {
            if (TryAt(root, name) is not { } module) continue;
            if (!module.IsNamespace) return module;
            portions.Add(module);
        }

        // A namespace package is what is left when no module of the name is on the path; the standard library always is.
        return StandardLibrary.Has(name) ? null : Merge(portions);
    }

    private PythonModule? TryAt(RepoPath folder, string name) =>
        name.Length > 0 && RepoPath.TryParse(folder == default ? name : $"{folder}/{name}", out var stem) ? At(stem) : null;

    private PythonModule? At(RepoPath stem)
    {
        if (_byStem.TryGetValue(stem, out var known)) return known;
        return _byStem[stem] = Make(stem);
    }

    private PythonModule? Make(RepoPath stem)
    {
        var inits = Existing(stem.Combine("__init__"));
        if (inits.Count > 0) return new PythonModule(stem.Name, inits, [stem]);
        var files = stem == default ? [] : Existing(stem);
        if (files.Count > 0) return new PythonModule(stem.Name, files, []);
        return _folders.Contains(stem) ? new PythonModule(stem.Name, [], [stem]) : null;
    }

    private PythonModule? Merge(List<PythonModule> portions)
    {
        if (portions.Count == 0) return null;
        if (portions.Count == 1) return portions[0];
        var folders = portions.SelectMany(p => p.Folders).Distinct().ToList();
        var key = string.Join('\n', folders);
        if (!_namespaces.TryGetValue(key, out var module)) _namespaces[key] = module = new PythonModule(portions[0].Name, [], folders);
        return module;
    }

    private List<RepoPath> Existing(RepoPath stem) =>
        [.. new[] { RepoPath.Parse(stem + ".py"), RepoPath.Parse(stem + ".pyi") }.Where(_files.Contains)];

    private bool IsRegularPackage(RepoPath folder) => _files.Contains(folder.Combine("__init__.py")) || _files.Contains(folder.Combine("__init__.pyi"));

    private void Add(RepoPath path)
    {
        _files.Add(path);
        for (var folder = path.Parent; _folders.Add(folder) && folder != default;) folder = folder.Parent;
    }

    private static RepoPath Stem(RepoPath file) => RepoPath.Parse(file.Value[..^file.Extension.Length]);
}
