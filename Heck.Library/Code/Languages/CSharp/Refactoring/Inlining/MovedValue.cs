using Heck.Code.Languages.CSharp.Refactoring.Effects;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>Refuses to evaluate a value at other places than its declaration where that could be noticed.</summary>
internal sealed class MovedValue(CSharpScene scene, VariableDeclaratorSyntax declarator, ExpressionSyntax value, SyntaxNode scope, CancellationToken ct)
{
    private readonly EffectReader _effects = new(scene.Source.Model, ct);

    private CSharpSource Source => scene.Source;

    /// <param name="uses">Where it would be evaluated.</param>
    /// <param name="isOnly">Whether it would be evaluated at one place, and no longer where it is declared.</param>
    public void RefuseUnlessSame(IReadOnlyList<ExpressionSyntax> uses, bool isOnly)
    {
        var effect = _effects.Of(value);
        if (effect == Effect.ReadsVariables && declarator.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null && Reads().Any(s => s is IFieldSymbol or IPropertySymbol)) effect = Effect.ReadsState;
        if (effect >= Effect.Creates && !isOnly) throw Refuse("would be evaluated several times", uses[0]);
        foreach (var use in uses)
        {
            if (Expressions.IsInExpressionTree(use, Source.Model, ct)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The use is part of an expression tree, which would show the value.", use, "use");
            if (effect != Effect.None && !Expressions.AreCheckedAlike(use, value)) throw Refuse("would be computed with other rules for overflow", use);
            if (effect != Effect.None) Check(use, effect);
        }
    }

    private void Check(ExpressionSyntax use, Effect effect)
    {
        var statement = StatementAfter(use);
        var evaluation = new EvaluationReader(_effects).Of(use, statement);
        RefuseWritesOfWhatIsRead(use, evaluation.IsDeferred);
        if (effect == Effect.ReadsVariables) return;
        var between = Between(statement);
        var done = (Effect)Math.Max((int)evaluation.Before, (int)between);
        if (evaluation.IsDeferred || evaluation.IsGuarded) throw Refuse("would be evaluated in another surrounding", use);
        if (evaluation.IsRepeated && (effect >= Effect.Creates || _effects.OfAll(statement) == Effect.Acts)) throw Refuse("would be evaluated several times", use);
        if (done == Effect.Acts) throw Refuse("would be evaluated after something that may change it", use);
        if (effect < Effect.Acts) return;
        if (evaluation.IsConditional || IsLeftBetween(statement)) throw Refuse("would not be evaluated always", use);
        if (done > Effect.ReadsVariables || WritesVariables()) throw Refuse("would be evaluated after what may depend on it", use);
    }

    /// <summary>The statement of the declaration's own block that holds a use.</summary>
    private StatementSyntax StatementAfter(ExpressionSyntax use)
    {
        var block = Block(declarator.FirstAncestorOrSelf<StatementSyntax>()!);
        return use.AncestorsAndSelf().OfType<StatementSyntax>().First(s => Block(s) == block);
    }

    private static SyntaxNode? Block(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;

    private IEnumerable<StatementSyntax> StatementsBetween(StatementSyntax last)
    {
        var first = declarator.FirstAncestorOrSelf<StatementSyntax>()!;
        return Block(first)!.ChildNodes().Select(n => n is GlobalStatementSyntax global ? global.Statement : n).OfType<StatementSyntax>().Where(s => s.SpanStart > first.SpanStart && s.SpanStart < last.SpanStart);
    }

    private Effect Between(StatementSyntax last)
    {
        var reader = new EvaluationReader(_effects);
        var siblings = ((VariableDeclarationSyntax)declarator.Parent!).Variables.Where(v => v.SpanStart > declarator.SpanStart && v.SpanStart < last.SpanStart && v.Initializer is not null).Select(v => _effects.Of(v.Initializer!.Value));
        return StatementsBetween(last).Select(reader.OfStatement).Concat(siblings).DefaultIfEmpty(Effect.None).Max();
    }

    private bool IsLeftBetween(StatementSyntax last) => StatementsBetween(last).Any(s => s is not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax));

    private IEnumerable<ISymbol> Reads() => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => Source.Model.GetSymbolInfo(n, ct).Symbol).OfType<ISymbol>();

    private bool WritesVariables() => value.DescendantNodesAndSelf().Any(n => n is DeclarationExpressionSyntax or SingleVariableDesignationSyntax || (n is IdentifierNameSyntax name && Writes.IsWritten(name) && Source.Model.GetSymbolInfo(name, ct).Symbol is ILocalSymbol or IParameterSymbol));

    private void RefuseWritesOfWhatIsRead(ExpressionSyntax use, bool isDeferred)
    {
        foreach (var read in Reads().Where(s => s is ILocalSymbol or IParameterSymbol).Distinct(SymbolEqualityComparer.Default))
        {
            var writes = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == read.Name && (Writes.IsWritten(n) || Writes.IsChangedInPlace(n, Source.Model, ct)) && SymbolEqualityComparer.Default.Equals(Source.Model.GetSymbolInfo(n, ct).Symbol, read));
            if (writes.FirstOrDefault(w => isDeferred || w.SpanStart > declarator.SpanStart || w.Ancestors().TakeWhile(a => a != scope).Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)) is { } write && !value.Span.Contains(write.Span))
                throw scene.Refuse(ErrorTable.RefactorReassigned, $"'{read.Name}', which the value reads, is assigned later.", [(Source, write.SpanStart, "assigned"), (Source, use.SpanStart, "use")]);
        }
    }

    private HeckException Refuse(string why, ExpressionSyntax use) =>
        scene.Refuse(ErrorTable.RefactorSideEffects, $"The value of '{declarator.Identifier.ValueText}' {why}.", [(Source, value.SpanStart, "effect"), (Source, use.SpanStart, "use")]);
}
