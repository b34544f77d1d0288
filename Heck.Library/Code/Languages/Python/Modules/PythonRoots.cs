using System.Text;
using System.Text.RegularExpressions;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Modules;

/// <summary>
/// The folders in which a file's absolute imports are looked for, in order: what <c>sys.path</c> would be, guessed from where packages begin
/// and from what project files declare. Project files are read as data, nothing is run.
/// </summary>
internal sealed partial class PythonRoots
{
    private readonly Func<RepoPath, bool> _isPackage;
    private readonly Dictionary<RepoPath, IReadOnlyList<RepoPath>> _byFolder = [];

    /// <summary>Each project's folder with the roots that it brings, in the order of <see cref="IProjectFiles.Paths"/>.</summary>
    private readonly List<(RepoPath Project, List<RepoPath> Roots)> _projects = [];

    public PythonRoots(IProjectFiles files, Func<RepoPath, bool> isPackage)
    {
        _isPackage = isPackage;
        var projects = files.Paths.Where(p => p.Name is "pyproject.toml" or "setup.py" or "setup.cfg").Select(p => p.Parent);
        foreach (var project in projects.Append(default).Distinct())
            _projects.Add((project, [.. DeclaredRoots(files, project), project.Combine("src"), project]));
    }

    public IReadOnlyList<RepoPath> Of(RepoPath file)
    {
        if (_byFolder.TryGetValue(file.Parent, out var known)) return known;
        var own = file.Parent;
        while (own != default && _isPackage(own)) own = own.Parent;

        var nearest = _projects.Where(p => file.IsWithin(p.Project)).OrderByDescending(p => p.Project.Value.Length);
        var others = _projects.Where(p => !file.IsWithin(p.Project));
        // A script inside a package may still be run by its path, and then its own folder comes first; asked last, it hides nothing.
        return _byFolder[file.Parent] = [.. nearest.Concat(others).SelectMany(p => p.Roots).Prepend(own).Append(file.Parent).Distinct()];
    }

    private static IEnumerable<RepoPath> DeclaredRoots(IProjectFiles files, RepoPath project)
    {
        var declared = FoldersInToml(Text(files, project, "pyproject.toml"))
            .Concat(FoldersInSetup(Text(files, project, "setup.cfg"), CfgFolder()))
            .Concat(FoldersInSetup(Text(files, project, "setup.py"), SetupFolder()));
        foreach (var folder in declared)
        {
            var relative = folder.Replace('\\', '/').Trim('/');
            if (relative.StartsWith("./", StringComparison.Ordinal)) relative = relative[2..];
            if (relative is "" or ".") yield return project;
            else if (RepoPath.TryParse(project == default ? relative : $"{project}/{relative}", out var path)) yield return path;
        }
    }

    private static IEnumerable<string> FoldersInToml(string text)
    {
        foreach (var (key, value) in TomlLines.Read(text))
        {
            var strings = Quoted().Matches(value).Select(m => m.Groups[1].Value);
            switch (key)
            {
                case "tool.setuptools.packages.find.where" or "tool.pytest.ini_options.pythonpath" or "tool.hatch.build.targets.wheel.sources"
                    or "tool.pdm.build.package-dir" or "tool.uv.build-backend.module-root" or "tool.maturin.python-source"
                    or "tool.setuptools.package-dir." or "tool.pyright.extraPaths" or "tool.mypy.mypy_path":
                    foreach (var folder in strings) yield return folder;
                    break;
                case "tool.setuptools.package-dir":
                    foreach (Match m in SetupFolder().Matches("package_dir=" + value)) yield return m.Groups[1].Value;
                    break;
                case "tool.poetry.packages":
                    foreach (Match m in PoetryFrom().Matches(value)) yield return m.Groups[1].Value;
                    break;
                case "tool.hatch.build.targets.wheel.packages":
                    foreach (var package in strings) yield return package.LastIndexOf('/') is var slash and > 0 ? package[..slash] : "";
                    break;
            }
        }
    }

    private static IEnumerable<string> FoldersInSetup(string text, Regex folder) => folder.Matches(text).Select(m => m.Groups[1].Value.Trim());

    private static string Text(IProjectFiles files, RepoPath project, string name) =>
        files.Read(project.Combine(name)) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "";

    [GeneratedRegex("""["']([^"']*)["']""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\bfrom\s*=\s*["']([^"']*)["']""")]
    private static partial Regex PoetryFrom();

    [GeneratedRegex("""package_dir\s*=\s*(?:dict\(|\{)[^})]*?["']{2}\s*[:=]\s*["']([^"']*)["']""")]
    private static partial Regex SetupFolder();

    [GeneratedRegex("""(?m)^(?:where\s*=\s*|\s*=\s*)([\w./-]+)\s*$""")]
    private static partial Regex CfgFolder();
}
