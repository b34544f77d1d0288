using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Binding.Syntax;

/// <summary>One parsed file.</summary>
internal sealed class TsFile
{
    public TsFile(RepoPath path, SourceText text, bool isLibrary = false)
    {
        Path = path;
        Text = text;
        IsLibrary = isLibrary;
        Grammar = TsGrammar.Of(path);
        using var parser = new SyntaxParser(Grammar.Grammar);
        Tree = TypeScriptSyntax.Parse(parser, text.Utf8);
    }

    public RepoPath Path { get; }

    public SourceText Text { get; }

    /// <summary>True for the declarations of the language's own library, which no rename touches.</summary>
    public bool IsLibrary { get; }

    public TsGrammar Grammar { get; }

    /// <summary>Kept for the life of the binder; its arrays go with it.</summary>
    public SyntaxTree Tree { get; }

    public TsNode Root => new(this, 0);

    public bool IsJavaScript => Path.Extension is ".js" or ".jsx" or ".mjs" or ".cjs";

    public bool IsDeclarationFile => Path.Name.Contains(".d.", StringComparison.Ordinal);

}
