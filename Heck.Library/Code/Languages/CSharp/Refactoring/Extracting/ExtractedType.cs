using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>The type that a variable for an expression must have, and how this file writes it.</summary>
internal sealed class ExtractedType(CSharpScene scene, ExpressionSyntax expression, CancellationToken ct)
{
    private readonly TypeInfo _info = scene.Source.Model.GetTypeInfo(expression, ct);

    /// <summary>Its own type, or where it has none, or its value alone makes it fit, the one that its place asks for.</summary>
    public ITypeSymbol? Type => NeedsTarget ? _info.ConvertedType : _info.Type;

    /// <summary>With what is known at the place about null.</summary>
    public ITypeSymbol? Exact => Type is { IsReferenceType: true } type ? type.WithNullableAnnotation(_info.Nullability.FlowState == NullableFlowState.NotNull ? NullableAnnotation.NotAnnotated : NullableContext) : Type;

    private NullableAnnotation NullableContext => scene.Source.Model.GetNullableContext(expression.SpanStart).AnnotationsEnabled() ? NullableAnnotation.Annotated : NullableAnnotation.None;

    private bool NeedsTarget => _info.Type is null || expression is AnonymousFunctionExpressionSyntax or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression }
        || scene.Source.Model.GetConversion(expression, ct) is { IsConstantExpression: true } or { IsInterpolatedString: true } or { IsSwitchExpression: true } or { IsConditionalExpression: true };

    public void RefuseNoValue()
    {
        if (Type is null or { SpecialType: SpecialType.System_Void } or { TypeKind: TypeKind.Error }) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The range has no value.");
        if (scene.Source.Model.GetConversion(expression, ct) is { IsInterpolatedStringHandler: true }) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The text is put together by its receiver.", expression, "in the way");
        if (Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A pointer is not extracted.", expression, "in the way");
    }

    public string Declared(int position)
    {
        if (NeedsTarget) return Exact!.ToMinimalDisplayString(scene.Source.Model, position);
        return PrefersVar() || _info.Type is { IsAnonymousType: true } || HoldsAnonymous(_info.Type) ? "var" : Exact!.ToMinimalDisplayString(scene.Source.Model, position);
    }

    private static bool HoldsAnonymous(ITypeSymbol? type) => type is INamedTypeSymbol named && named.TypeArguments.Any(a => a.IsAnonymousType || HoldsAnonymous(a));

    /// <summary>As the file's other declarations do.</summary>
    private bool PrefersVar()
    {
        var declared = scene.Source.Root.DescendantNodes().OfType<VariableDeclarationSyntax>().Where(d => d.Parent is LocalDeclarationStatementSyntax { IsConst: false } && d.Variables is [{ Initializer: not null }]).ToList();
        return declared.Count(d => d.Type.IsVar) * 2 >= declared.Count;
    }
}
