using Heck.Code.Languages.Python.Binding;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

/// <summary>Python 3, stubs included.</summary>
internal sealed class PythonLanguage : ILanguage
{
    public string Id => "python";

    public IReadOnlyList<string> Names { get; } = ["python", "py"];

    public IReadOnlyList<string> Extensions { get; } = [".py", ".pyi", ".pyw"];

    public IFactExtractor CreateExtractor() => new PythonExtractor();

    public SyntaxFaults FindSyntaxFaults(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        using var parser = new SyntaxParser(Grammar.Python);
        using var tree = parser.Parse(utf8, ct);
        return SyntaxFaults.Of(tree);
    }

    public IImportResolver CreateResolver(IProjectFiles files) => new PythonImportResolver(files);

    public IBinderFactory Binder { get; } = new PythonBinderFactory();

    public PatternLanguage Patterns { get; } = PatternLanguage.OfGrammar(
        Grammar.Python, 'µ', () => new SyntaxParser(Grammar.Python), PatternFrame.None, new PatternFrame("try:\n    pass\n", ""));
}
