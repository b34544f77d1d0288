using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Heck.Code.Languages.CSharp.Refactoring.Effects;

/// <summary>Says what evaluating an expression does, as far as it can be proved; what is not known acts.</summary>
internal sealed class EffectReader(SemanticModel model, CancellationToken ct)
{
    public Effect Of(ExpressionSyntax expression) => Of(expression, model.GetOperation(expression, ct));

    public bool IsVariable(SimpleNameSyntax name) => model.GetSymbolInfo(name, ct).Symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None };

    /// <summary>What everything does that is evaluated in a node, its own expressions included.</summary>
    public Effect OfAll(SyntaxNode node) => node switch
    {
        TypeSyntax when model.GetSymbolInfo(node, ct).Symbol is INamespaceOrTypeSymbol or IMethodSymbol => Effect.None,
        MemberAccessExpressionSyntax access when model.GetSymbolInfo(access, ct).Symbol is IMethodSymbol => OfAll(access.Expression),
        ExpressionSyntax expression => Of(expression),
        _ => node.ChildNodes().Select(OfAll).DefaultIfEmpty(Effect.None).Max(),
    };

    private Effect Of(ExpressionSyntax expression, IOperation? operation)
    {
        if (model.GetConstantValue(expression, ct).HasValue) return Effect.None;
        if (operation is not null) return Of(operation);
        return expression is ParenthesizedExpressionSyntax parenthesized ? Of(parenthesized.Expression) : expression is TypeSyntax and not SimpleNameSyntax ? Effect.None : Effect.Acts;
    }

    private Effect Of(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue) return Effect.None;
        var own = Own(operation);
        return own == Effect.Acts || operation is IAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation ? own : Max(own, operation.ChildOperations.Select(Of));
    }

    private static Effect Max(Effect own, IEnumerable<Effect> others) => others.Append(own).Max();

    private static Effect Own(IOperation operation) => operation switch
    {
        ILiteralOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or IDefaultValueOperation or IParenthesizedOperation or ITupleOperation or IArgumentOperation
            or IConditionalAccessInstanceOperation or IDiscardOperation or IUtf8StringOperation or IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or IRangeOperation
            or IIsTypeOperation or IInterpolatedStringTextOperation or IInterpolationOperation or IVariableInitializerOperation or IArrayInitializerOperation => Effect.None,
        ILocalReferenceOperation { Local.RefKind: RefKind.None, IsDeclaration: false } or IInstanceReferenceOperation => Effect.ReadsVariables,
        IParameterReferenceOperation reference => reference.Parameter.RefKind is RefKind.None or RefKind.In ? Effect.ReadsVariables : Effect.ReadsState,
        IFieldReferenceOperation reference => reference.Field.IsReadOnly || reference.Field.IsConst ? Effect.ReadsVariables : Effect.ReadsState,
        IPropertyReferenceOperation reference => OfProperty(reference.Property),
        IArrayElementReferenceOperation => Effect.ReadsState,
        IBinaryOperation binary => binary.OperatorMethod is { } method ? OfOperator(method) : binary.IsChecked || binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder ? Effect.ReadsState : Effect.None,
        IUnaryOperation unary => unary.OperatorMethod is { } method ? OfOperator(method) : Effect.None,
        IConversionOperation conversion => conversion.OperatorMethod is { } method ? OfOperator(method) : conversion.IsTryCast || conversion.Conversion.IsImplicit || conversion.Conversion.IsNumeric ? Effect.None : Effect.ReadsState,
        IIsPatternOperation pattern => OfPattern(pattern.Pattern),
        IPatternOperation pattern => OfPattern(pattern),
        ISwitchExpressionOperation or ISwitchExpressionArmOperation => Effect.ReadsState,
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().All(p => IsPlain(p.Expression.Type)) ? Effect.ReadsState : Effect.Acts,
        IInvocationOperation call => IsPure(call.TargetMethod) ? Effect.ReadsState : Effect.Acts,
        IObjectCreationOperation creation => OfCreation(creation),
        IArrayCreationOperation or IAnonymousFunctionOperation or IAnonymousObjectCreationOperation => Effect.Creates,
        IDelegateCreationOperation => Effect.Creates,
        IMethodReferenceOperation => Effect.ReadsVariables,
        _ => Effect.Acts,
    };

    private static Effect OfPattern(IPatternOperation pattern) =>
        pattern.DescendantsAndSelf().Any(o => o is IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation or IListPatternOperation) ? Effect.Acts : Effect.ReadsState;

    private static Effect OfProperty(IPropertySymbol property)
    {
        if (property.ContainingType.IsAnonymousType || property.ContainingType.IsTupleType) return Effect.ReadsVariables;
        if (property.Locations.Any(l => l.IsInSource)) return property is { IsVirtual: false, IsAbstract: false, IsOverride: false } && IsAuto(property) ? property.SetMethod is null or { IsInitOnly: true } ? Effect.ReadsVariables : Effect.ReadsState : Effect.Acts;
        if (property.IsStatic) return property.ContainingType.Name is "StringComparer" or "CultureInfo" or "Encoding" ? Effect.ReadsState : Effect.Acts;
        return property.ContainingType.SpecialType == SpecialType.System_String ? Effect.ReadsVariables : IsPlain(property.ContainingType) || IsCollection(property.ContainingType) || property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? Effect.ReadsState : Effect.Acts;
    }

    private static Effect OfCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Initializer is not null) return Effect.Acts;
        if (IsPlain(type)) return Effect.ReadsState;
        return IsCollection(type) || type.SpecialType == SpecialType.System_Object || type.ToDisplayString() is "System.Text.StringBuilder" or "System.Threading.Lock" ? Effect.Creates : Effect.Acts;
    }

    private static bool IsAuto(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property))
        && property.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<PropertyDeclarationSyntax>().All(p => p.AccessorList?.Accessors.All(a => a.Body is null && a.ExpressionBody is null) == true);

    private static Effect OfOperator(IMethodSymbol method) => method.Locations.Any(l => l.IsInSource) || !IsPlain(method.ContainingType) ? Effect.Acts : Effect.ReadsState;

    private static bool IsPure(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type || method.Locations.Any(l => l.IsInSource) || method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out)) return false;
        if (type.ToDisplayString() is "System.Math" or "System.MathF" or "System.IO.Path") return method.Name is not ("GetTempPath" or "GetTempFileName" or "GetRandomFileName" or "GetFullPath" or "Exists");
        if (type.SpecialType == SpecialType.System_String && method.Parameters.Any(p => !IsPlain(p.Type) && p.Type.TypeKind != TypeKind.Array)) return false;
        return IsPlain(type) && method.Name is not ("CopyTo" or "Intern") && !method.Name.StartsWith("Parse", StringComparison.Ordinal);
    }

    /// <summary>Values of the base library without anything behind them.</summary>
    private static bool IsPlain(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } || type?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime
        || type?.ToDisplayString() is "System.TimeSpan" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" or "System.Uri" or "System.Version" or "System.StringComparison" or "System.Globalization.CultureInfo";

    private static bool IsCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections" or "System.Collections.Concurrent";
}
