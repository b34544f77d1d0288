using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding;

/// <summary>Binds Python.</summary>
internal sealed class PythonBinderFactory : IBinderFactory
{
    public bool ModulesAreNames => true;

    public IBinder Bind(IWorkspace workspace) => new PythonBinder(workspace);

    public string? RejectName(string name, string kind) => PythonNameRule.Reject(name);
}
