using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>The binder of TypeScript and JavaScript, which are one family.</summary>
internal sealed class TypeScriptBinderFactory : IBinderFactory
{
    public static TypeScriptBinderFactory Instance { get; } = new();

    public bool LocalsNeedOneFile => true;

    public IBinder Bind(IWorkspace workspace) => new TypeScriptBinder(workspace);

    public string? RejectName(string name, string kind) => NameRules.Reject(name, kind);

    public string NormalizeName(string name, string kind) => kind == NameRules.PrivateName && !name.StartsWith('#') ? "#" + name : name;
}
