using Heck.Code.Languages.Python.Refactoring.ChangeSignature;
using Heck.Code.Languages.Python.Refactoring.Export;
using Heck.Code.Languages.Python.Refactoring.Extract;
using Heck.Code.Languages.Python.Refactoring.Inline;
using Heck.Code.Languages.Python.Refactoring.Move;
using Heck.Code.Languages.Python.Refactoring.MoveFile;
using Heck.Code.Languages.Python.Refactoring.SafeDelete;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;

namespace Heck.Code.Languages.Python.Binding;

/// <summary>Binds Python.</summary>
internal sealed class PythonBinderFactory : IBinderFactory
{
    public bool ModulesAreNames => true;

    public IReadOnlyList<IRefactoring> Refactorings { get; } = [new PythonSafeDelete(), new PythonInline(), new PythonExtract(), new PythonChangeSignature(), new PythonMove(), new PythonSplit(), new PythonExport(), new PythonUnexport(), new PythonMoveFile()];

    public IBinder Bind(IWorkspace workspace) => new PythonBinder(workspace);

    public string? RejectName(string name, string kind) => PythonNameRule.Reject(name);
}
