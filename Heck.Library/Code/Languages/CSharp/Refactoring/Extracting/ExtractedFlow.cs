using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>What goes into a range of code and comes out of it. Refuses what one method cannot take or give.</summary>
internal sealed class ExtractedFlow
{
    private readonly CSharpScene _scene;
    private readonly Selection _selection;
    private readonly DataFlowAnalysis _data;
    private readonly SyntaxNode _function;
    private readonly CancellationToken _ct;

    public ExtractedFlow(CSharpScene scene, Selection selection, SyntaxNode function, CancellationToken ct)
    {
        (_scene, _selection, _function, _ct) = (scene, selection, function, ct);
        _data = (selection.Expression is { } expression ? Model.AnalyzeDataFlow(expression) : Model.AnalyzeDataFlow(selection.Statements[0], selection.Statements[^1]))!;
        if (!_data.Succeeded) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "What flows through the range cannot be said.");
        ReadJumps();
        Outputs = [.. _data.DataFlowsOut.Where(s => !IsThis(s)).Union(GoRound(), SymbolEqualityComparer.Default).OrderBy(PositionOf)];
        var entering = _data.DataFlowsIn.Where(s => !IsThis(s)).Union(Outputs.Where(o => IsOutside(o) && !_data.AlwaysAssigned.Contains(o, SymbolEqualityComparer.Default)), SymbolEqualityComparer.Default).Union(Constants(), SymbolEqualityComparer.Default);
        Inputs = [.. entering.Where(IsOutside).OrderBy(PositionOf)];
        Fresh = [.. _data.WrittenInside.Union(Outputs, SymbolEqualityComparer.Default).Where(s => !IsThis(s) && IsOutside(s) && !Inputs.Contains(s, SymbolEqualityComparer.Default)).OrderBy(PositionOf)];
        RefuseFlow();
    }

    /// <summary>Variables whose value the code reads, in the order of their declarations.</summary>
    public IReadOnlyList<ISymbol> Inputs { get; }

    /// <summary>Variables whose value is read after the code.</summary>
    public IReadOnlyList<ISymbol> Outputs { get; }

    /// <summary>Variables of the surroundings that the code assigns before it reads them.</summary>
    public IReadOnlyList<ISymbol> Fresh { get; }

    /// <summary>Whether every way through the code ends in a return.</summary>
    public bool Returns { get; private set; }

    public bool UsesThis => _data.ReadInside.Concat(_data.WrittenInside).Concat(_data.CapturedInside).Concat(_data.DataFlowsIn).Any(IsThis) || Nodes().Any(n => n is ThisExpressionSyntax or BaseExpressionSyntax);

    /// <summary>Awaits of the code itself, not of lambdas in it.</summary>
    public IReadOnlyList<SyntaxNode> Awaits => [.. Own().Where(n => n is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 })];

    private SemanticModel Model => _scene.Source.Model;

    /// <summary>Whether a variable is declared before or around the code.</summary>
    public bool IsOutside(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.Any(r => _selection.Span.Contains(r.Span));

    public IEnumerable<SyntaxNode> Nodes() => _selection.Expression is { } expression ? expression.DescendantNodesAndSelf() : _selection.Statements.SelectMany(s => s.DescendantNodesAndSelf());

    private IEnumerable<SyntaxNode> Own()
    {
        bool Enters(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return _selection.Expression is { } expression ? expression.DescendantNodesAndSelf(Enters) : _selection.Statements.SelectMany(s => s.DescendantNodesAndSelf(Enters));
    }

    private static bool IsThis(ISymbol symbol) => symbol is IParameterSymbol { IsThis: true };

    private static int PositionOf(ISymbol symbol) => symbol.Locations.FirstOrDefault()?.SourceSpan.Start ?? 0;

    private void ReadJumps()
    {
        if (Own().FirstOrDefault(n => n is YieldStatementSyntax) is { } yield) throw _scene.Refuse(ErrorTable.RefactorControlFlow, "The range yields a value of its iterator.", yield, "leaves");
        if (_selection.Statements.Count == 0) return;
        var jumps = Model.AnalyzeControlFlow(_selection.Statements[0], _selection.Statements[^1])!;
        if (!jumps.Succeeded) throw _scene.Refuse(ErrorTable.RefactorInvalidRange, "What runs through the range cannot be said.");
        if (jumps.ExitPoints.FirstOrDefault(e => e is not ReturnStatementSyntax) is { } leap) throw _scene.Refuse(ErrorTable.RefactorControlFlow, "A jump leads out of the range.", leap, "leaves");
        if (jumps.EntryPoints.FirstOrDefault() is { } entry) throw _scene.Refuse(ErrorTable.RefactorControlFlow, "A jump leads into the range.", entry, "enters");
        if (jumps.ReturnStatements is [var first, ..])
        {
            if (jumps.EndPointIsReachable) throw _scene.Refuse(ErrorTable.RefactorControlFlow, "The range returns on some of its ways only.", first, "leaves");
            Returns = true;
        }

        if (_selection.Statements.OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(l => l.UsingKeyword.RawKind != 0) is { } held && Selection.Siblings(_selection.Statements[^1]).Last() != _selection.Statements[^1])
            throw _scene.Refuse(ErrorTable.RefactorControlFlow, "What the range uses would be disposed of earlier.", held, "in the way");
    }

    /// <summary>What the next turn of a loop reads.</summary>
    private IEnumerable<ISymbol> GoRound() => _data.WrittenInside.Where(s => !IsThis(s) && IsOutside(s) && _data.DataFlowsIn.Contains(s, SymbolEqualityComparer.Default)
        && _selection.First.Ancestors().TakeWhile(a => a != _function).Any(a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or LabeledStatementSyntax && !s.DeclaringSyntaxReferences.Any(r => r.Span.Start > a.SpanStart && a.Span.Contains(r.Span) && a is not ForStatementSyntax)));

    private IEnumerable<ISymbol> Constants() => Nodes().OfType<IdentifierNameSyntax>().Select(n => Model.GetSymbolInfo(n, _ct).Symbol).OfType<ILocalSymbol>().Where(l => l.IsConst);

    private void RefuseFlow()
    {
        var concerned = Inputs.Concat(Outputs).Concat(Fresh).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>().ToList();
        foreach (var symbol in concerned)
        {
            if (symbol is IParameterSymbol { RefKind: not (RefKind.None or RefKind.In) } || symbol is ILocalSymbol { IsRef: true } || TypeOf(symbol) is null or { IsRefLikeType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol or { IsAnonymousType: true })
                throw _scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' cannot be handed to a method and back as a plain value.", Place(symbol, "in the way"));
            if (_data.Captured.Concat(_data.CapturedInside).Concat(_data.CapturedOutside).Contains(symbol, SymbolEqualityComparer.Default) && WritesOf(symbol) is [var write, ..])
                throw _scene.Refuse(ErrorTable.RefactorSideEffects, $"'{symbol.Name}' is shared with a lambda or local function and assigned.", write, "assigned");
        }

        var declared = _data.VariablesDeclared.Where(v => _data.ReadOutside.Concat(_data.WrittenOutside).Contains(v, SymbolEqualityComparer.Default) && !Outputs.Contains(v, SymbolEqualityComparer.Default)).ToList();
        if (declared is [var first, ..]) throw _scene.Refuse(ErrorTable.RefactorControlFlow, $"'{first.Name}' is declared in the range and assigned again behind it.", Place(first, "declared"));
        if (_selection.Expression is not null && Outputs.Concat(Fresh).FirstOrDefault() is { } assigned) throw _scene.Refuse(ErrorTable.RefactorControlFlow, $"The expression assigns '{assigned.Name}', which is used outside of it.", Place(assigned, "declared"));
        if (Nodes().OfType<SimpleNameSyntax>().FirstOrDefault(n => Model.GetSymbolInfo(n, _ct).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } f && IsOutside(f)) is { } local && _function is not CompilationUnitSyntax)
            throw _scene.Refuse(ErrorTable.RefactorCapture, $"'{local.Identifier.ValueText}' is a local function that the new method could not reach.", local, "use");
        if (Nodes().OfType<LocalFunctionStatementSyntax>().FirstOrDefault(f => Model.GetDeclaredSymbol(f, _ct) is { } s && _scene.UsesInFile(s, _function, _ct).Any(u => !_selection.Span.Contains(u.Span))) is { } used)
            throw _scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{used.Identifier.ValueText}' is used outside of the range.", used, "declared");
        if (_selection.First.Ancestors().FirstOrDefault(a => a is CheckedStatementSyntax or CheckedExpressionSyntax or UnsafeStatementSyntax or FixedStatementSyntax) is { } around)
            throw _scene.Refuse(ErrorTable.RefactorUnsupported, "The range depends on the checked or unsafe code around it.", around, "in the way");
    }

    private List<SyntaxNode> WritesOf(ISymbol symbol) => [.. _scene.UsesInFile(symbol, _function, _ct).Where(Writes.IsWritten)];

    /// <summary>The type of a variable; that of a range variable is the one of its uses.</summary>
    public ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => Nodes().OfType<IdentifierNameSyntax>().FirstOrDefault(n => n.Identifier.ValueText == symbol.Name) is { } use ? Model.GetTypeInfo(use, _ct).Type : null,
    };

    private IEnumerable<(CSharpSource, int, string)> Place(ISymbol symbol, string role) => symbol.Locations.Where(l => l.IsInSource).Take(1).Select(l => (_scene.Source, l.SourceSpan.Start, role));
}
