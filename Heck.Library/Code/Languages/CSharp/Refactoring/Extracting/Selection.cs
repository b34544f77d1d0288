using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>What a range selects: one expression, or a run of statements of one block.</summary>
/// <param name="Span">The range without blanks at its ends; comments at its ends are in it.</param>
/// <param name="Expression">The expression; null when statements are selected.</param>
/// <param name="Statements">The statements; empty when an expression is selected.</param>
internal sealed record Selection(TextSpan Span, ExpressionSyntax? Expression, IReadOnlyList<StatementSyntax> Statements)
{
    public SyntaxNode First => (SyntaxNode?)Expression ?? Statements[0];

    /// <exception cref="HeckException"><c>refactor.invalid_range</c>.</exception>
    public static Selection Of(CSharpScene scene, ExtractAsk ask)
    {
        var source = scene.Source;
        var span = source.Trimmed(source.PositionOf(ask.Start), source.PositionOf(ask.End));
        if (Directives.FirstIn(source, span) is { } directive) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A directive goes through the range.", directive, "in the way");
        return ExpressionIn(source, span) is { } expression ? new Selection(span, expression, [])
            : StatementsIn(source, span) is { Count: > 0 } statements ? new Selection(span, null, statements)
            : throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The range is no whole expression and no run of whole statements.");
    }

    private static ExpressionSyntax? ExpressionIn(CSharpSource source, TextSpan span)
    {
        var found = source.Root.FindToken(span.Start).Parent?.AncestorsAndSelf().TakeWhile(n => span.Contains(n.Span)).OfType<ExpressionSyntax>().LastOrDefault(e => e.Span == span);
        return found is null || IsNoValue(source, found) ? null : found;
    }

    /// <summary>A name of a type or namespace, the part of a name behind its dot, or a method that is called.</summary>
    private static bool IsNoValue(CSharpSource source, ExpressionSyntax expression) =>
        expression is PredefinedTypeSyntax or NullableTypeSyntax or ArrayTypeSyntax or PointerTypeSyntax or TupleTypeSyntax or QualifiedNameSyntax or RefExpressionSyntax or DeclarationExpressionSyntax or InitializerExpressionSyntax or ThrowExpressionSyntax or OmittedArraySizeExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
        || expression.Parent is QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or UsingDirectiveSyntax or BaseTypeSyntax or TypeConstraintSyntax or AttributeSyntax or CrefSyntax
        || (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression)
        || (expression.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } member && member.Left == expression)
        || source.Model.GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol
        || (source.Model.GetSymbolInfo(expression).Symbol is IMethodSymbol && expression is SimpleNameSyntax or MemberAccessExpressionSyntax && source.Model.GetTypeInfo(expression).ConvertedType is null)
        || expression.Ancestors().TakeWhile(a => a is ExpressionSyntax).Any(a => a is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull.Span.Contains(expression.Span) && !IsOwn(conditional, expression));

    /// <summary>Whether what follows <c>?.</c> does not begin in the expression, so that it can stand alone.</summary>
    private static bool IsOwn(ConditionalAccessExpressionSyntax conditional, ExpressionSyntax expression) =>
        !expression.DescendantNodesAndSelf().Any(n => n is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax && n.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(n.Span)) == conditional);

    private static List<StatementSyntax> StatementsIn(CSharpSource source, TextSpan span)
    {
        var first = source.Root.DescendantNodes(n => n.FullSpan.IntersectsWith(span)).OfType<StatementSyntax>().FirstOrDefault(s => s.SpanStart >= span.Start && s.Span.End <= span.End);
        if (first is null) return [];
        var siblings = Siblings(first).Where(s => s.Span.IntersectsWith(span) && s.Span.End > span.Start && s.SpanStart < span.End).ToList();
        var isWhole = siblings.TrueForAll(s => span.Contains(s.Span)) && OnlyComments(source, span.Start, siblings[0].SpanStart) && OnlyComments(source, siblings[^1].Span.End, span.End);
        return isWhole ? siblings : [];
    }

    public static IEnumerable<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax global => ((CompilationUnitSyntax)global.Parent!).Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement),
        _ => [statement],
    };

    private static bool OnlyComments(CSharpSource source, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!char.IsWhiteSpace(source.Text[at]) && source.Root.FindToken(at).Span.Contains(at)) return false;
        }

        return true;
    }
}
