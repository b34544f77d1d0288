using Heck.Code.Languages.TypeScript.Refactoring.Export;
using Heck.Code.Languages.TypeScript.Refactoring.Extract;
using Heck.Code.Languages.TypeScript.Refactoring.Inline;
using Heck.Code.Languages.TypeScript.Refactoring.Move;
using Heck.Code.Languages.TypeScript.Refactoring.SafeDelete;
using Heck.Code.Languages.TypeScript.Refactoring.Signature;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>The binder of TypeScript and JavaScript, which are one family.</summary>
internal sealed class TypeScriptBinderFactory : IBinderFactory
{
    public static TypeScriptBinderFactory Instance { get; } = new();

    public bool LocalsNeedOneFile => true;

    public IReadOnlyList<IRefactoring> Refactorings { get; } = [new SafeDeletion(), new Inlining(), new CodeExtraction(), new Exporting(), new Unexporting(), new SignatureChange(), new FileMoving(), new Moving(), new Splitting()];

    public IBinder Bind(IWorkspace workspace) => new TypeScriptBinder(workspace);

    public string? RejectName(string name, string kind) => NameRules.Reject(name, kind);

    public string NormalizeName(string name, string kind) => kind == NameRules.PrivateName && !name.StartsWith('#') ? "#" + name : name;
}
