using Heck.Contracts;

namespace Heck.Code.Languages.CSharp;

/// <summary>Finds the files that declare a namespace, or the file of a type where a using names one.</summary>
internal sealed class CSharpImportResolver(IProjectFiles files) : IImportResolver
{
    private readonly ILookup<string, RepoPath> _namespaces = files.Packages.Where(p => p.Key.Extension == ".cs").OrderBy(p => p.Key).ToLookup(p => p.Value, p => p.Key);

    public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import)
    {
        var name = WithoutArguments(import.Specifier);
        return _namespaces.Contains(name) ? [.. _namespaces[name].Where(f => f != from)] : FilesOfType(name);
    }

    /// <summary>By convention a type lies in a file of its name; a partial one may have more to its name.</summary>
    private RepoPath[] FilesOfType(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0) return [];
        var type = name[(dot + 1)..] + ".";
        return [.. _namespaces[name[..dot]].Where(f => f.Name.StartsWith(type, StringComparison.Ordinal))];
    }

    private static string WithoutArguments(string specifier)
    {
        var name = specifier.StartsWith("global::", StringComparison.Ordinal) ? specifier["global::".Length..] : specifier;
        return name.IndexOf('<') is >= 0 and var arguments ? name[..arguments] : name;
    }
}
