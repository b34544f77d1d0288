using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>What a refactoring of C# works with: the shared scene, the compiled projects, and the file and place that were asked about.</summary>
internal sealed class CSharpScene
{
    private readonly Dictionary<RepoPath, CSharpSource> _sources = [];
    private readonly int _asked;

    public CSharpScene(RefactorScene shared, RepoPath path, int asked)
    {
        (Shared, _asked) = (shared, asked);
        Program = ((CSharpBinder)shared.Binder).Program;
        Source = SourceOf(path);
    }

    public RefactorScene Shared { get; }

    public CSharpProgram Program { get; }

    /// <summary>The file that was asked about.</summary>
    public CSharpSource Source { get; }

    public CSharpSource SourceOf(RepoPath path)
    {
        if (_sources.TryGetValue(path, out var known)) return known;
        if (Program.Document(path) is not { } document || Program.UnitsOf(document).FirstOrDefault() is not { } unit)
            throw ErrorTable.RefactorUnsupported.With($"'{path}' belongs to no project.", details: PlaceDetails.Of([new Place(path, 1, 1, "asked")]));
        return _sources[path] = new CSharpSource(document, unit);
    }

    public BoundSymbol Bound(ISymbol symbol) => FileUses.BoundOf(Program, symbol, Source.Unit);

    /// <summary>The symbol that the name at the place asked declares or means.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c> or <c>refactor.external</c>.</exception>
    public ISymbol Symbol(CancellationToken ct)
    {
        var token = Source.TokenAt(_asked);
        var symbol = token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is { } node ? Meant(node, ct) : null;
        if (symbol is null) throw ErrorTable.TargetNotFound.With($"At {Shared.PlaceOf(Source.Path, _asked)} stands no name whose meaning can be decided.", "Point at the name, best at its declaration.");
        return symbol.Locations.Any(l => l.IsInSource) ? symbol : throw Refuse(ErrorTable.RefactorExternal, $"'{symbol.Name}' is declared outside the workspace.");
    }

    public HeckException Refuse(ErrorCode code, string message, params IEnumerable<(CSharpSource Source, int Position, string Role)> others) =>
        code.With(message, details: Shared.Places(Source.Path, _asked, others.Select(o => (o.Source.Path, o.Source.OffsetOf(o.Position), o.Role))));

    public HeckException Refuse(ErrorCode code, string message, SyntaxNode at, string role) => Refuse(code, message, [(Source, at.SpanStart, role)]);

    public HeckException Refuse(ErrorCode code, string message, NameUse at, string role) => code.With(message, details: Shared.Places(Source.Path, _asked, [(at.Path, at.Start, role)]));

    public HeckException Refuse(ErrorCode code, string message, IEnumerable<NameUse> at, string role) => code.With(message, details: Shared.Places(Source.Path, _asked, at.Select(u => (u.Path, u.Start, role))));

    /// <summary>The code of a node or of what lies between two.</summary>
    public static CodeText Copy(CSharpSource source, TextSpan span) => CodeText.From(source.Path, source.OffsetOf(span.Start), source.OffsetOf(span.End));

    public static ProposedEdit Edit(CSharpSource source, TextSpan span, CodeText text) => new(source.Path, source.OffsetOf(span.Start), source.OffsetOf(span.End), text);

    public static ProposedEdit Delete(CSharpSource source, TextSpan span) => Edit(source, span, new CodeText());

    public static ProposedEdit Insert(CSharpSource source, int position, CodeText text) => Edit(source, new TextSpan(position, 0), text);

    /// <summary>Each use of a symbol in its file, as the compiler has it.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesInFile(ISymbol symbol, SyntaxNode within, CancellationToken ct) => within.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
        .Where(n => n.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(Source.Model.GetSymbolInfo(n, ct).Symbol?.OriginalDefinition, symbol.OriginalDefinition));

    private ISymbol? Meant(SyntaxNode node, CancellationToken ct) => node is SimpleNameSyntax name
        ? Source.Model.GetSymbolInfo(name, ct) is var info && info.Symbol is null && info.CandidateSymbols is [var only] ? only : info.Symbol
        : Source.Model.GetDeclaredSymbol(node, ct);
}
