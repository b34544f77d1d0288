using Heck.Code.Languages.Python.Binding;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python;

/// <summary>Python 3, stubs included.</summary>
internal sealed class PythonLanguage : ILanguage
{
    public string Id => "python";

    public IReadOnlyList<string> Extensions { get; } = [".py", ".pyi", ".pyw"];

    public IFactExtractor CreateExtractor() => new PythonExtractor();

    public IImportResolver CreateResolver(IProjectFiles files) => new PythonImportResolver(files);

    public IBinderFactory Binder { get; } = new PythonBinderFactory();
}
