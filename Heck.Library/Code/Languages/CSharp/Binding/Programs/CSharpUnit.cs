using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Programs;

/// <summary>One project compiled over one state of the sources with one set of symbols.</summary>
internal sealed class CSharpUnit(CSharpProject project, CSharpParseOptions parsing, CSharpCompilation written, CSharpCompilation compilation, GeneratorDriver? generators)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private IReadOnlyList<INamedTypeSymbol>? _types;

    public CSharpProject Project { get; } = project;

    public CSharpParseOptions Parsing { get; } = parsing;

    /// <summary>Without what generators add.</summary>
    public CSharpCompilation Written { get; } = written;

    public CSharpCompilation Compilation { get; } = compilation;

    public GeneratorDriver? Generators { get; } = generators;

    /// <summary>Every type that the project declares, nested ones included.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => _types ??= [.. TypesIn(Compilation.Assembly.GlobalNamespace)];

    public SemanticModel Model(CSharpDocument document)
    {
        var tree = document.Tree(Parsing);
        return _models.TryGetValue(tree, out var model) ? model : _models[tree] = Compilation.GetSemanticModel(tree);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type) yield return type;
            foreach (var nested in TypesIn(member)) yield return nested;
        }
    }
}
