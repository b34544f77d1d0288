using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>Finds the calls of a constructor: <c>new</c>, with and without the type's name, and <c>: this</c> and <c>: base</c>.</summary>
internal sealed class ConstructorCalls(CSharpScene scene, IMethodSymbol constructor, CancellationToken ct)
{
    private readonly List<(CSharpSource, SyntaxNode, ArgumentListSyntax)> _calls = [];
    private readonly List<RepoPath> _concerned = [];

    public CallPlaces Find()
    {
        if (constructor.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(ct) is not ConstructorDeclarationSyntax declaration || scene.Program.DocumentOf(reference.SyntaxTree) is not { } document)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, "The constructor is that of the type's own header or is made by the compiler.");
        if (constructor.Parameters.All(p => p.IsOptional)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The constructor is called without being written, by derived types and by what makes objects of any type.");
        if (constructor.ContainingType.InstanceConstructors.Count(c => !c.IsImplicitlyDeclared || c.Parameters.Length == 0) > 1 && constructor.ContainingType.InstanceConstructors.Count(c => !c.IsImplicitlyDeclared) > 1)
            RefuseOverloads();
        foreach (var path in scene.Program.Projects.SelectMany(p => p.Documents).Distinct()) Read(path);
        var ledger = scene.Shared.LedgerOf(_calls.Select(c => (c.Item1.Path, c.Item1.OffsetOf(c.Item2.SpanStart))));
        return new CallPlaces([(scene.SourceOf(document.Path), declaration)], _calls, [], _concerned, ledger);
    }

    /// <summary>Which of several constructors a call means is for the compiler to say, and the gate sees only that it is the type.</summary>
    private void RefuseOverloads()
    {
        var other = constructor.ContainingType.InstanceConstructors.First(c => !SymbolEqualityComparer.Default.Equals(c, constructor));
        throw scene.Refuse(ErrorTable.RefactorUnsupported, "The type has several constructors; which one a call means could change.", other.Locations.Where(l => l.IsInSource && scene.Program.DocumentOf(l.SourceTree!) is not null).Take(1).Select(l => (scene.SourceOf(scene.Program.DocumentOf(l.SourceTree!)!.Path), l.SourceSpan.Start, "in the way")));
    }

    private void Read(RepoPath path)
    {
        if (scene.Program.Document(path) is not { } document || !MayCall(document.Text)) return;
        var source = scene.SourceOf(path);
        _concerned.Add(path);
        if (source.Root.ContainsDirectives && source.Root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.DisabledTextTrivia) && MayCall(t.ToString())) is { RawKind: not 0 } disabled)
            throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, "Code that is disabled here may call the constructor.", [(source, disabled.SpanStart, "disabled")]);
        foreach (var node in source.Root.DescendantNodes().Where(n => n is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or AttributeSyntax))
        {
            ct.ThrowIfCancellationRequested();
            if (!IsOurs(source.Model.GetSymbolInfo(node, ct).Symbol)) continue;
            var list = node switch
            {
                BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
                ConstructorInitializerSyntax initializer => initializer.ArgumentList,
                _ => null,
            };
            if (list is null || Expressions.IsInExpressionTree(node, source.Model, ct)) throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, "The constructor is called in a way that cannot follow.", [(source, node.SpanStart, "use")]);
            _calls.Add((source, node, list));
        }
    }

    private bool MayCall(string text) => text.Contains(constructor.ContainingType.Name, StringComparison.Ordinal) || text.Contains("new(", StringComparison.Ordinal) || text.Contains("new (", StringComparison.Ordinal);

    private bool IsOurs(ISymbol? symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } called
        && called.OriginalDefinition.Locations.Any(l => l.IsInSource && constructor.Locations.Any(c => c.SourceSpan == l.SourceSpan && c.SourceTree?.FilePath == l.SourceTree!.FilePath));
}
