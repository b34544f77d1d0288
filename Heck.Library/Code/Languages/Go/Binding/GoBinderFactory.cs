using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go.Binding;

/// <summary>Binds Go.</summary>
internal sealed class GoBinderFactory : IBinderFactory
{
    public IBinder Bind(IWorkspace workspace) => new GoBinder(workspace);

    public string? RejectName(string name, string kind) => GoNameRule.Reject(name, kind);
}
