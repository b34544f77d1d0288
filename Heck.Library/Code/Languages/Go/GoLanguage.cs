using Heck.Code.Languages.Go.Binding;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

/// <summary>Go.</summary>
internal sealed class GoLanguage : ILanguage
{
    public string Id => "go";

    public IReadOnlyList<string> Names { get; } = ["go", "golang"];

    public IReadOnlyList<string> Extensions { get; } = [".go"];

    public IFactExtractor CreateExtractor() => new GoExtractor();

    public SyntaxFaults FindSyntaxFaults(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        using var parser = new SyntaxParser(Grammar.Go);
        using var tree = parser.Parse(utf8, ct);
        return SyntaxFaults.Of(tree);
    }

    public IImportResolver CreateResolver(IProjectFiles files) => new GoImportResolver(files);

    public IBinderFactory Binder { get; } = new GoBinderFactory();

    public PatternLanguage Patterns { get; } = PatternLanguage.OfGrammar(
        Grammar.Go, 'µ', () => new SyntaxParser(Grammar.Go),
        new PatternFrame("package _\nfunc _() {\n", "\n}"), new PatternFrame("package _\nfunc _() {\n_ = ", "\n}"), PatternFrame.None, new PatternFrame("package _\ntype _ ", "\n"),
        new PatternFrame("package _\ntype _ struct {\n", "\n}"));
}
