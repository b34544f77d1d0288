using Heck.Code.Languages.Python.Modules;
using Heck.Contracts;

namespace Heck.Code.Languages.Python;

/// <summary>
/// Finds the files that a Python import names: the module's source and stub, and for <c>from package import name</c> the submodules among the
/// names as well, since syntax cannot tell a submodule from an attribute.
/// </summary>
internal sealed class PythonImportResolver(IProjectFiles files) : IImportResolver
{
    private readonly PythonModules _modules = new(files);

    public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import)
    {
        if (Find(from, import.Specifier) is not { } module) return [];
        var submodules = import.Names.Where(n => n.Name != "*").Select(n => _modules.Submodule(module, n.Name)).OfType<PythonModule>();
        return [.. submodules.SelectMany(m => m.Files).Concat(module.Files).Distinct()];
    }

    private PythonModule? Find(RepoPath from, string specifier)
    {
        var name = specifier.TrimStart('.');
        var level = specifier.Length - name.Length;
        return level == 0 ? _modules.Find(from, name) : _modules.FindRelative(from, level, name);
    }
}
