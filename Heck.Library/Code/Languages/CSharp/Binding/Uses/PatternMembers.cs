using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Members that the compiler calls by their name where no source spells it: <c>foreach</c>, <c>await</c>, queries, initializers, deconstruction.</summary>
internal sealed class PatternMembers(CSharpProgram program, ISymbol symbol, CancellationToken ct)
{
    public static readonly HashSet<string> Names =
    [
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync", "GetAwaiter", "IsCompleted", "GetResult", "OnCompleted", "UnsafeOnCompleted",
        "Add", "Deconstruct", "Select", "SelectMany", "Where", "Join", "GroupJoin", "GroupBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Cast",
        "Count", "Length", "Slice", "GetPinnableReference", "AppendLiteral", "AppendFormatted",
    ];

    private INamedTypeSymbol? Owner => symbol.ContainingType?.OriginalDefinition;

    /// <summary>The places where the compiler means this member without its name.</summary>
    public IEnumerable<Place> Uses()
    {
        foreach (var document in program.Projects.SelectMany(p => p.Documents).Distinct().Select(program.Document).OfType<CSharpDocument>())
        {
            foreach (var unit in program.UnitsOf(document).Take(1))
            {
                foreach (var node in document.Tree(unit.Parsing).GetRoot(ct).DescendantNodes().Where(n => MayUse(n.Kind())))
                {
                    if (IsUse(node, unit.Model(document))) yield return document.Source.PlaceAt(document.Path, document.OffsetOf(node.SpanStart), "meant without its name");
                }
            }
        }
    }

    private bool MayUse(SyntaxKind kind) => symbol.Name switch
    {
        "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Current" => kind is SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement or SyntaxKind.SpreadElement,
        "Dispose" or "DisposeAsync" => kind is SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement or SyntaxKind.UsingStatement or SyntaxKind.LocalDeclarationStatement,
        "GetAwaiter" or "IsCompleted" or "GetResult" or "OnCompleted" or "UnsafeOnCompleted" => kind is SyntaxKind.AwaitExpression or SyntaxKind.ForEachStatement or SyntaxKind.UsingStatement or SyntaxKind.LocalDeclarationStatement,
        "Add" => kind is SyntaxKind.CollectionInitializerExpression or SyntaxKind.CollectionExpression,
        "Deconstruct" => kind is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.ForEachVariableStatement or SyntaxKind.RecursivePattern,
        "Count" or "Length" or "Slice" => kind is SyntaxKind.ElementAccessExpression or SyntaxKind.ImplicitElementAccess or SyntaxKind.ElementBindingExpression or SyntaxKind.ListPattern or SyntaxKind.SlicePattern,
        "GetPinnableReference" => kind is SyntaxKind.FixedStatement,
        "AppendLiteral" or "AppendFormatted" => kind is SyntaxKind.InterpolatedStringExpression,
        _ => kind is SyntaxKind.FromClause or SyntaxKind.WhereClause or SyntaxKind.JoinClause or SyntaxKind.LetClause or SyntaxKind.SelectClause or SyntaxKind.GroupClause or SyntaxKind.AscendingOrdering or SyntaxKind.DescendingOrdering,
    };

    private bool IsUse(SyntaxNode node, SemanticModel model) => node switch
    {
        CommonForEachStatementSyntax loop => IsIn(model.GetForEachStatementInfo(loop)) || (loop is ForEachVariableStatementSyntax variables && IsIn(model.GetDeconstructionInfo(variables))),
        AwaitExpressionSyntax awaited => model.GetAwaitExpressionInfo(awaited) is var info && (Is(info.GetAwaiterMethod) || Is(info.IsCompletedProperty) || Is(info.GetResultMethod) || IsOwner(info.GetAwaiterMethod?.ReturnType)),
        InitializerExpressionSyntax initializer => initializer.Expressions.Any(e => Is(model.GetCollectionInitializerSymbolInfo(e, ct).Symbol)),
        CollectionExpressionSyntax collection => IsOwner(model.GetTypeInfo(collection, ct).ConvertedType),
        SpreadElementSyntax spread => IsOwner(model.GetTypeInfo(spread.Expression, ct).Type),
        AssignmentExpressionSyntax assignment => assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax && IsIn(model.GetDeconstructionInfo(assignment)),
        RecursivePatternSyntax pattern => model.GetOperation(pattern, ct) is IRecursivePatternOperation { DeconstructSymbol: { } found } && Is(found),
        UsingStatementSyntax statement => IsOwner(model.GetTypeInfo((SyntaxNode?)statement.Expression ?? statement.Declaration!.Type, ct).Type),
        LocalDeclarationStatementSyntax local => local.UsingKeyword.RawKind != 0 && IsOwner(model.GetTypeInfo(local.Declaration.Type, ct).Type),
        FixedStatementSyntax pinned => pinned.Declaration.Variables.Any(v => v.Initializer is { } value && IsOwner(model.GetTypeInfo(value.Value, ct).Type)),
        InterpolatedStringExpressionSyntax text => IsOwner(model.GetTypeInfo(text, ct).ConvertedType),
        ListPatternSyntax pattern => model.GetOperation(pattern, ct) is IListPatternOperation list && (Is(list.LengthSymbol) || Is(list.IndexerSymbol)),
        SlicePatternSyntax pattern => model.GetOperation(pattern, ct) is ISlicePatternOperation slice && Is(slice.SliceSymbol),
        QueryClauseSyntax clause => model.GetQueryClauseInfo(clause, ct) is var query && (Is(query.OperationInfo.Symbol) || Is(query.CastInfo.Symbol)),
        _ when node is OrderingSyntax or SelectOrGroupClauseSyntax => Is(model.GetSymbolInfo(node, ct).Symbol),
        _ => model.GetOperation(node, ct) is IImplicitIndexerReferenceOperation indexer && (Is(indexer.LengthSymbol) || Is(indexer.IndexerSymbol)),
    };

    private bool IsIn(ForEachStatementInfo info) => Is(info.GetEnumeratorMethod) || Is(info.MoveNextMethod) || Is(info.CurrentProperty) || Is(info.DisposeMethod);

    private bool IsIn(DeconstructionInfo info) => Is(info.Method) || info.Nested.Any(IsIn);

    private bool IsOwner(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same(at.OriginalDefinition, Owner)) return true;
        }

        return false;
    }

    private bool Is(ISymbol? found) => found is not null && Same(SymbolFacts.Canonical(found), symbol);

    // Projects know one declaration by symbols of their own.
    private static bool Same(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other)
        || (other is not null && one.Name == other.Name && one.Locations.Any(l => l.IsInSource && other.Locations.Any(o => o.IsInSource && o.SourceSpan == l.SourceSpan && o.SourceTree!.FilePath == l.SourceTree!.FilePath)));
}
