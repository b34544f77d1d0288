using Heck.Contracts;

namespace Heck.Code.Languages.Python.Modules;

/// <summary>A module as importing finds it. One instance for each module of a <see cref="PythonModules"/>.</summary>
/// <param name="Name">The last part of its dotted name.</param>
/// <param name="Files">The source first, then the stub beside it; none for a namespace package.</param>
/// <param name="Folders">Where its submodules lie: none for a plain module, several for a namespace package spread over roots.</param>
internal sealed record PythonModule(string Name, IReadOnlyList<RepoPath> Files, IReadOnlyList<RepoPath> Folders)
{
    public bool IsNamespace => Files.Count == 0;

    public bool IsPackage => Folders.Count > 0;
}
