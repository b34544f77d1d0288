using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Packages;

/// <summary>The Go packages of one state of the workspace, read as they are needed.</summary>
internal sealed class GoProgram(IWorkspace workspace)
{
    private readonly GoImportResolver _resolver = new(workspace.Files);
    private readonly Dictionary<RepoPath, RepoPath[]> _folders = workspace.Files.Paths.Where(IsGo).GroupBy(p => p.Parent).ToDictionary(g => g.Key, g => g.ToArray());
    private readonly Dictionary<RepoPath, IReadOnlyList<GoPackage>> _packages = [];
    private readonly Dictionary<RepoPath, GoFile> _files = [];
    private readonly Dictionary<(RepoPath, string), RepoPath?> _imported = [];
    private readonly Dictionary<RepoPath, string?> _names = [];

    public IWorkspace Workspace => workspace;

    public IEnumerable<GoPackage> AllPackages => _folders.Keys.Order().SelectMany(PackagesIn).Where(p => !p.IsVendored);

    /// <summary>Whether a module needs others that are neither in the workspace nor vendored.</summary>
    public bool HasOutsideModules { get; } = workspace.Files.Paths.Where(p => p.Name == "go.mod")
        .Any(m => workspace.Read(m) is { } text && text.Utf8.Span.IndexOf("require"u8) >= 0 && !workspace.Files.Paths.Any(p => p.IsWithin(m.Parent.Combine("vendor"))));

    public static bool IsGo(RepoPath path) => path.Extension == ".go";

    public GoFile? File(RepoPath path)
    {
        if (!IsGo(path)) return null;
        PackagesIn(path.Parent);
        return _files.GetValueOrDefault(path);
    }

    /// <summary>The files that hold a word.</summary>
    public IEnumerable<GoFile> FilesWith(string word) => workspace.FilesWithWord(word).Select(File).OfType<GoFile>();

    public IReadOnlyList<GoPackage> PackagesIn(RepoPath folder)
    {
        if (_packages.TryGetValue(folder, out var known)) return known;
        return _packages[folder] = Read(folder);
    }

    /// <summary>The package that an import names; null when it is not in the workspace.</summary>
    public GoPackage? Imported(GoObject import) => ImportedFolder(import) is { } folder
        ? PackagesIn(folder).Where(p => !p.IsExternalTest).MaxBy(p => (p.Name != "main", p.Files.Count(f => !f.IsTest)))
        : null;

    /// <summary>The name by which an import is known in its file; null where it binds none, or lies outside with a name that only its path hints at.</summary>
    public string? NameOf(GoObject import) => import.Name switch
    {
        "_" or "." => null,
        "" => ImportedFolder(import) is { } folder ? PackageNameIn(folder) : null,
        var name => name,
    };

    public static string PathOf(GoObject import) => import.Declaration.Get(F.Path).Text.Trim('"', '`');

    private RepoPath? ImportedFolder(GoObject import)
    {
        var (from, path) = (import.File.Path, PathOf(import));
        if (path is "unsafe" or "C" or "") return null;
        if (_imported.TryGetValue((from.Parent, path), out var known)) return known;
        var files = _resolver.Resolve(from, new ImportFact(path, 0, ImportKind.Import, []));
        return _imported[(from.Parent, path)] = files.Count == 0 ? null : files[0].Parent;
    }

    private string? PackageNameIn(RepoPath folder)
    {
        if (_names.TryGetValue(folder, out var known)) return known;
        var texts = _folders[folder].Where(p => !p.Name.EndsWith("_test.go", StringComparison.Ordinal)).Select(workspace.Read).OfType<Text.SourceText>();
        return _names[folder] = texts.Where(t => !FileHead.IsIgnored(t)).Select(FileHead.PackageName).FirstOrDefault(n => n is not (null or "main" or "documentation"));
    }

    private List<GoPackage> Read(RepoPath folder)
    {
        var groups = new Dictionary<string, List<GoFile>>();
        foreach (var path in _folders.GetValueOrDefault(folder) ?? [])
        {
            if (workspace.Read(path) is not { } text) continue;
            var file = _files[path] = new GoFile(path, text);
            var key = FileHead.IsIgnored(text) ? path.Name : file.PackageClause.Text;
            if (!groups.TryGetValue(key, out var files)) groups[key] = files = [];
            files.Add(file);
        }

        return [.. groups.Values.Select(files => new GoPackage(folder, files[0].PackageClause.Text, files))];
    }
}
