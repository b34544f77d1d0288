using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>Finds the file that a module specifier names, as TypeScript and bundlers do, among the files of the repository.</summary>
internal sealed class TypeScriptImportResolver : IImportResolver
{
    private readonly ModulePaths _paths;
    private readonly CompilerPaths _compiler;
    private readonly WorkspacePackages _packages;

    public TypeScriptImportResolver(IProjectFiles files)
    {
        _paths = new ModulePaths(files);
        _compiler = new CompilerPaths(files, _paths);
        _packages = new WorkspacePackages(files, _paths);
    }

    public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import) => Find(from, import.Specifier) is { } found ? [found] : [];

    public RepoPath? Find(RepoPath from, string specifier)
    {
        if (specifier.Length == 0) return null;
        if (IsRelative(specifier)) return ModulePaths.Join(from.Parent, specifier) is { } path ? FindRelative(path, specifier) : null;
        if (specifier[0] == '/') return null;
        if (specifier[0] == '#' && _packages.ResolveInternal(from, specifier) is { } inner) return inner;
        return _compiler.Resolve(from, specifier) ?? _packages.Resolve(specifier);
    }

    /// <summary>True when a specifier should lead into the repository, so that not finding it is a gap in our knowledge and not a library.</summary>
    public bool IsInside(string specifier) => IsRelative(specifier) || _packages.Owns(specifier);

    /// <summary><c>./util/</c> and <c>.</c> mean a folder, although a file <c>util.ts</c> may lie beside it.</summary>
    private RepoPath? FindRelative(RepoPath path, string specifier) =>
        specifier.EndsWith('/') || specifier is "." or ".." || specifier.EndsWith("/.", StringComparison.Ordinal) || specifier.EndsWith("/..", StringComparison.Ordinal)
            ? _paths.FindIndex(path)
            : _paths.Find(path);

    private static bool IsRelative(string specifier) =>
        specifier is "." or ".." || specifier.StartsWith("./", StringComparison.Ordinal) || specifier.StartsWith("../", StringComparison.Ordinal);
}
