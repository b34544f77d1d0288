using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>What the compiler's symbols are for a rename.</summary>
internal static class SymbolFacts
{
    /// <summary>The one symbol that stands for all that the compiler makes of one declaration: constructors are their type, parts one, constructed ones their definition.</summary>
    public static ISymbol Canonical(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } unreduced } => Canonical(unreduced),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } method => method.ContainingType.OriginalDefinition,
        IMethodSymbol { AssociatedSymbol: { } owner } => Canonical(owner),
        IMethodSymbol method => method.OriginalDefinition.PartialDefinitionPart ?? method.OriginalDefinition,
        IPropertySymbol property => property.OriginalDefinition.PartialDefinitionPart ?? property.OriginalDefinition,
        IEventSymbol @event => @event.OriginalDefinition.PartialDefinitionPart ?? @event.OriginalDefinition,
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => OfParameter(parameter.OriginalDefinition, method.OriginalDefinition),
        ITypeParameterSymbol { DeclaringMethod.PartialDefinitionPart: { } definition } type when definition.TypeParameters[type.Ordinal].Name == type.Name => definition.TypeParameters[type.Ordinal],
        _ => symbol.OriginalDefinition,
    };

    /// <summary>Its declared name; of an explicit implementation the part that is spelled.</summary>
    public static string NameOf(ISymbol symbol) => symbol.Name[(symbol.Name.LastIndexOf('.') + 1)..];

    /// <summary>Where it is declared, the other part of a partial member included.</summary>
    public static IEnumerable<Location> LocationsOf(ISymbol symbol) => symbol.Locations.Concat(symbol switch
    {
        IMethodSymbol { PartialImplementationPart: { } other } => other.Locations,
        IPropertySymbol { PartialImplementationPart: { } other } => other.Locations,
        IEventSymbol { PartialImplementationPart: { } other } => other.Locations,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } other } } parameter when other.Parameters[parameter.Ordinal].Name == parameter.Name => other.Parameters[parameter.Ordinal].Locations,
        ITypeParameterSymbol { DeclaringMethod.PartialImplementationPart: { } other } type when other.TypeParameters[type.Ordinal].Name == type.Name => other.TypeParameters[type.Ordinal].Locations,
        _ => [],
    });

    public static string KindOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "namespace",
        IAliasSymbol => "alias",
        INamedTypeSymbol { IsRecord: true } => "record",
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        ITypeParameterSymbol => "type parameter",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "local function",
        IMethodSymbol => "method",
        IPropertySymbol { ContainingType.IsAnonymousType: true } => "member of an anonymous type",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.IsTupleType: true } => "tuple element",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IParameterSymbol => "parameter",
        IRangeVariableSymbol => "range variable",
        ILabelSymbol => "label",
        _ => "variable",
    };

    /// <summary>Whether it is reached by a dot or from elsewhere, so that an unresolved use may mean it.</summary>
    public static bool IsReachable(ISymbol symbol) =>
        symbol is INamespaceSymbol or INamedTypeSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol or IMethodSymbol { MethodKind: not MethodKind.LocalFunction };

    /// <summary>A record's positional parameter, the property made of it, and the parameter of its Deconstruct are one.</summary>
    private static ISymbol OfParameter(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (method.AssociatedSymbol is IPropertySymbol indexer && parameter.Ordinal < indexer.Parameters.Length) return indexer.Parameters[parameter.Ordinal];
        if (method.PartialDefinitionPart is { } definition && definition.Parameters[parameter.Ordinal].Name == parameter.Name) return definition.Parameters[parameter.Ordinal];
        if (method.ContainingType is not { IsRecord: true } record || !IsPositional(method)) return parameter;
        return (ISymbol?)record.GetMembers(parameter.Name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }) ?? parameter;
    }

    private static bool IsPositional(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? method.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is RecordDeclarationSyntax)
        : method is { Name: "Deconstruct", IsImplicitlyDeclared: true };
}
