using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Syntax;

/// <summary>One parsed file with what it declares.</summary>
internal sealed class GoFile
{
    public GoFile(RepoPath path, SourceText text)
    {
        Path = path;
        Text = text;
        using var parser = new SyntaxParser(Grammar.Go);
        Tree = parser.Parse(text.Utf8);
        PackageClause = Root.Get(K.PackageClause).FirstNamed;
        Scopes = new FileScopes(this);
    }

    public RepoPath Path { get; }

    public SourceText Text { get; }

    /// <summary>Kept for the life of the binder; its arrays go with it.</summary>
    public SyntaxTree Tree { get; }

    public GoNode Root => new(this, 0);

    /// <summary>The name in the package clause.</summary>
    public GoNode PackageClause { get; }

    public FileScopes Scopes { get; }

    /// <summary>Set when the package is put together.</summary>
    public GoPackage Package { get; set; } = null!;

    public bool IsTest => Path.Name.EndsWith("_test.go", StringComparison.Ordinal);

    /// <summary>Whether it is compiled with C code.</summary>
    public bool UsesC => Scopes.Imports.Exists(i => i.Declaration.Get(F.Path).Text == "\"C\"");

    public GoNode At(int index) => new(this, index);
}
