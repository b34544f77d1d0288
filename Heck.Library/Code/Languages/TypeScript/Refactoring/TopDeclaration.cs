using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>A declaration at the top of a file: the statement that it is, and how it is exported.</summary>
internal sealed class TopDeclaration
{
    private TopDeclaration(TsSymbol symbol, TsNode name, TsNode declaration)
    {
        (Symbol, Name, Declaration) = (symbol, name, declaration);
        Statement = declaration.Parent.Kind == K.ExportStatement ? declaration.Parent : declaration;
    }

    public TsSymbol Symbol { get; }

    public TsNode Name { get; }

    /// <summary>The declaration without <c>export</c>: of a variable the whole statement.</summary>
    public TsNode Declaration { get; }

    public TsNode Statement { get; }

    public bool IsExportedInPlace => Statement.Kind == K.ExportStatement;

    public bool IsDefault => IsExportedInPlace && Statement.Has(T.Default);

    public bool IsType => Symbol.Declarations.TrueForAll(d => d.Node.Kind is K.InterfaceDeclaration or K.TypeAliasDeclaration);

    /// <summary>The names that the statement declares.</summary>
    public IEnumerable<TsNode> AllNames => Declaration.Kind is K.LexicalDeclaration or K.VariableDeclaration
        ? Declaration.All(K.VariableDeclarator).SelectMany(d => d.Get(F.Name) is { Kind: K.Identifier } single ? [single] : d.Get(F.Name).Subtree.Where(n => n.Kind is K.Identifier or K.ShorthandPropertyIdentifierPattern))
        : [Name];

    /// <summary>Every declaration of a symbol at the top of its file: overloads and merged ones are several.</summary>
    /// <exception cref="HeckException"><c>refactor.unsupported</c>: it is declared elsewhere.</exception>
    public static IReadOnlyList<TopDeclaration> Of(TsScene ts, TsNode asked, TsSymbol symbol)
    {
        var all = symbol.Declarations.Select(d => Of(symbol, d)).OfType<TopDeclaration>().ToList();
        if (symbol.Alias is null && all.Count == symbol.Declarations.Count && all.Count > 0) return all;
        throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"'{symbol.Name}' is not declared at the top of a file.", symbol.Declarations.Select(d => d.Name), "declared");
    }

    private static TopDeclaration? Of(TsSymbol symbol, TsDeclaration declaration)
    {
        var node = declaration.Node.Kind == K.VariableDeclarator ? declaration.Node.Parent : declaration.Node;
        while (node.Parent.Kind == K.AmbientDeclaration) node = node.Parent;
        var outer = node.Parent.Kind == K.ExportStatement ? node.Parent : node;
        if (outer.Parent.Kind == K.ExpressionStatement) outer = outer.Parent;
        return outer.Parent.Kind == K.Program ? new TopDeclaration(symbol, declaration.Name, node.Parent.Kind == K.ExpressionStatement ? node.Parent : node) : null;
    }
}
