using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>What an extracted method takes and gives, as it is written.</summary>
internal sealed class ExtractedSignature
{
    private readonly CSharpScene _scene;
    private readonly Selection _selection;
    private readonly ExtractedFlow _flow;
    private readonly MemberDeclarationSyntax _member;
    private readonly CancellationToken _ct;

    public ExtractedSignature(CSharpScene scene, Selection selection, ExtractedFlow flow, MemberDeclarationSyntax member, CancellationToken ct)
    {
        (_scene, _selection, _flow, _member, _ct) = (scene, selection, flow, member, ct);
        IsAsync = flow.Awaits.Count > 0;
        Result = ResultType();
        if (Result is { IsRefLikeType: true } or IPointerTypeSymbol or { IsAnonymousType: true }) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A value of this type cannot be given by a method.", selection.First, "in the way");
        Generic = GenericOf();
    }

    public bool IsAsync { get; }

    /// <summary>What the method gives, apart from its task; null for nothing or for several values.</summary>
    public ITypeSymbol? Result { get; }

    /// <summary>The function whose type parameters the code uses; null when it uses none.</summary>
    public SyntaxNode? Generic { get; }

    private SemanticModel Model => _scene.Source.Model;

    private int Position => _selection.Span.Start;

    public string Modifiers(bool isLocal)
    {
        var words = new List<string>();
        if (!isLocal) words.Add("private");
        if (IsStatic(isLocal)) words.Add("static");
        else if (!isLocal && Model.GetDeclaredSymbol(_member, _ct) is IMethodSymbol { IsReadOnly: true, ContainingType.IsReadOnly: false }) words.Add("readonly");
        if (IsAsync) words.Add("async");
        return string.Concat(words.Select(w => w + " "));
    }

    public string ReturnType()
    {
        var inner = _flow.Outputs.Count > 1 ? $"({string.Join(", ", _flow.Outputs.Select(o => $"{TypeText(o, isInput: false)} {Written(o)}"))})" : Result is null ? null : Display(Result);
        if (!IsAsync) return inner ?? "void";
        var task = Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!.ToMinimalDisplayString(Model, Position);
        return inner is null ? task : $"{task}<{inner}>";
    }

    public CodeText Parameters()
    {
        var code = CodeText.Of("(");
        foreach (var input in _flow.Inputs) code.Write(input.Equals(_flow.Inputs[0], SymbolEqualityComparer.Default) ? "" : ", ").Write(TypeText(input, isInput: true) + " ").Declare(Written(input), _scene.Bound(input));
        return code.Write(")");
    }

    public CodeText Constraints() => Clauses() is { Count: > 0 } clauses
        ? CodeText.Of(" ").Append(CSharpScene.Copy(_scene.Source, TextSpan.FromBounds(clauses[0].SpanStart, clauses[^1].Span.End))) : new CodeText();

    public TypeParameterListSyntax? TypeParameters() => Generic switch { MethodDeclarationSyntax method => method.TypeParameterList, LocalFunctionStatementSyntax local => local.TypeParameterList, _ => null };

    /// <summary>The type of a variable, with what is known at the range about null.</summary>
    public string TypeText(ISymbol symbol, bool isInput)
    {
        var type = _flow.TypeOf(symbol)!;
        if (type is ITypeParameterSymbol { IsValueType: false }) return Display(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        if (!type.IsReferenceType || !Model.GetNullableContext(Position).AnnotationsEnabled()) return Display(type);
        var uses = _member.Parent!.DescendantNodes(n => n.FullSpan.IntersectsWith(_member is GlobalStatementSyntax ? _scene.Source.Root.FullSpan : _member.FullSpan)).OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == symbol.Name && !Writes.IsWritten(n) && _selection.Span.Contains(n.Span) == isInput && (isInput || n.SpanStart > _selection.Span.End)).Select(n => Model.GetTypeInfo(n, _ct).Nullability.FlowState).ToList();
        var isNeverNull = uses.Count > 0 && (isInput ? uses[0] == NullableFlowState.NotNull : uses.TrueForAll(u => u == NullableFlowState.NotNull));
        return Display(type.WithNullableAnnotation(isNeverNull ? NullableAnnotation.NotAnnotated : NullableAnnotation.Annotated));
    }

    public static string Written(ISymbol symbol) => Binding.CSharpNameRule.Written(symbol.Name);

    private string Display(ITypeSymbol type) => type.ToMinimalDisplayString(Model, Position);

    private bool IsStatic(bool isLocal) => isLocal
        ? !_flow.Nodes().OfType<SimpleNameSyntax>().Any(n => Model.GetSymbolInfo(n, _ct).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } local && _flow.IsOutside(local))
        : !_flow.UsesThis && _member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null;

    private ITypeSymbol? ResultType()
    {
        if (_selection.Expression is { } expression)
        {
            var type = new ExtractedType(_scene, expression, _ct);
            if (type.Type is { SpecialType: SpecialType.System_Void }) return null;
            type.RefuseNoValue();
            return type.Exact;
        }

        if (_flow.Returns) return ReturnedType();
        return _flow.Outputs is [var only] && _flow.TypeOf(only) is { } given ? WithKnown(given, only) : null;
    }

    private ITypeSymbol WithKnown(ITypeSymbol type, ISymbol symbol) =>
        !type.IsValueType && !TypeText(symbol, isInput: false).EndsWith('?') ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    /// <summary>What the function around gives: of a task what it holds.</summary>
    private ITypeSymbol? ReturnedType()
    {
        var around = _selection.First.Ancestors().First(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or CompilationUnitSyntax);
        if ((around is AnonymousFunctionExpressionSyntax ? Model.GetSymbolInfo(around, _ct).Symbol : around is CompilationUnitSyntax ? Model.GetEnclosingSymbol(Position, _ct) : Model.GetDeclaredSymbol(around, _ct)) is not IMethodSymbol method) throw _scene.Refuse(ErrorTable.RefactorControlFlow, "What the range returns cannot be said.");
        if (method.RefKind != RefKind.None) throw _scene.Refuse(ErrorTable.RefactorUnsupported, "The range returns a reference.");
        if (method.IsAsync) return method.ReturnType is INamedTypeSymbol { TypeArguments: [var inner] } ? inner : null;
        return method.ReturnsVoid ? null : method.ReturnType;
    }

    private SyntaxNode? GenericOf()
    {
        var used = _flow.Nodes().OfType<SimpleNameSyntax>().Select(n => Model.GetSymbolInfo(n, _ct).Symbol as ITypeSymbol ?? Model.GetTypeInfo(n, _ct).Type)
            .Concat(_flow.Inputs.Concat(_flow.Outputs).Concat(_flow.Fresh).Select(_flow.TypeOf)).Append(Result).OfType<ITypeSymbol>().SelectMany(Parameters).Where(p => p.DeclaringMethod is not null).ToList();
        var owners = used.Select(p => p.DeclaringMethod!).Distinct(SymbolEqualityComparer.Default).ToList();
        if (owners.Count == 0) return null;
        var node = owners[0]!.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_ct)).FirstOrDefault(s => s.Span.Contains(_selection.Span));
        return owners.Count == 1 && node is not null ? node : throw _scene.Refuse(ErrorTable.RefactorUnsupported, "The range uses type parameters of several functions.");
    }

    private static IEnumerable<ITypeParameterSymbol> Parameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => [parameter],
        IArrayTypeSymbol array => Parameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parameters),
        _ => [],
    };

    private List<TypeParameterConstraintClauseSyntax> Clauses() => Generic switch { MethodDeclarationSyntax method => [.. method.ConstraintClauses], LocalFunctionStatementSyntax local => [.. local.ConstraintClauses], _ => [] };
}
