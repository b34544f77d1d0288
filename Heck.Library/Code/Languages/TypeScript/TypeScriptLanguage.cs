using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Modules;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>TypeScript, TSX or JavaScript: three grammars, one extractor, one module system.</summary>
internal sealed class TypeScriptLanguage : ILanguage
{
    private readonly Grammar _grammar;

    private TypeScriptLanguage(string id, Grammar grammar, string[] names, params string[] extensions)
    {
        (Id, _grammar, Names, Extensions) = (id, grammar, names, extensions);
        Patterns = PatternLanguage.OfGrammar(
            grammar, '$', () => new TypeScriptSourceParser(grammar),
            [PatternFrame.None, new("class _ {\n", "\n}"), new("({\n", "\n})"), .. grammar == Grammar.JavaScript ? Array.Empty<PatternFrame>() : [new("type _ =\n", "\n")], new("switch (_) {\n", "\n}")]) with { Unlikely = ["instantiation_expression"] };
    }

    public static TypeScriptLanguage TypeScript { get; } = new("typescript", Grammar.TypeScript, ["typescript", "ts"], ".ts", ".mts", ".cts");

    public static TypeScriptLanguage Tsx { get; } = new("tsx", Grammar.Tsx, ["tsx", "typescript", "ts"], ".tsx");

    public static TypeScriptLanguage JavaScript { get; } = new("javascript", Grammar.JavaScript, ["javascript", "js", "jsx"], ".js", ".mjs", ".cjs", ".jsx");

    public string Id { get; }

    public IReadOnlyList<string> Names { get; }

    public PatternLanguage Patterns { get; }

    public IReadOnlyList<string> Extensions { get; }

    public IFactExtractor CreateExtractor() => new TypeScriptExtractor(_grammar);

    public SyntaxFaults FindSyntaxFaults(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        using var parser = new SyntaxParser(_grammar);
        using var tree = TypeScriptSyntax.Parse(parser, utf8, ct);
        return SyntaxFaults.Of(tree);
    }

    public IImportResolver CreateResolver(IProjectFiles files) => new TypeScriptImportResolver(files);

    public IBinderFactory Binder => TypeScriptBinderFactory.Instance;
}
