using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp;

internal sealed partial class CSharpExtractor
{
    private void ReadName(SimpleNameSyntax name)
    {
        if (_wanted is { } wanted && !wanted.Contain(name.SpanStart)) return;
        if (name.SpanStart < _toldUntil || name.Identifier.Span.IsEmpty || IsWord(name) || RoleOf(name) is not { } role) return;
        var span = Unescaped(name.Identifier);
        _writer.Reference(_offsets[span.Start], _offsets[span.End], role);
    }

    /// <summary>Words that are written like names: <c>var x</c>, <c>_ = f()</c>, <c>nameof(x)</c>.</summary>
    private static bool IsWord(SimpleNameSyntax name) => name.Identifier.Text switch
    {
        "var" => name.Parent is VariableDeclarationSyntax or DeclarationExpressionSyntax or ForEachStatementSyntax or RefTypeSyntax or DeclarationPatternSyntax,
        "_" => true,
        "nameof" => name.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    /// <summary>Null for a label.</summary>
    private static ReferenceRole? RoleOf(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is ExpressionSyntax parent && LastPart(parent) == whole) whole = parent;
        return whole.Parent switch
        {
            GotoStatementSyntax => null,
            BaseTypeSyntax => ReferenceRole.Inherit,
            InvocationExpressionSyntax => ReferenceRole.Call,
            ObjectCreationExpressionSyntax creation when creation.Type == whole => ReferenceRole.Call,
            AssignmentExpressionSyntax assignment when assignment.Left == whole => ReferenceRole.Write,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when IsStep(whole.Parent) => ReferenceRole.Write,
            NameColonSyntax or NameEqualsSyntax => ReferenceRole.Member,
            _ when SyntaxFacts.IsInTypeOnlyContext(whole) => ReferenceRole.Type,
            _ => whole == name ? ReferenceRole.Read : ReferenceRole.Member,
        };
    }

    /// <summary>What names the whole: the part after the last dot.</summary>
    private static SimpleNameSyntax? LastPart(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => null,
    };

    private static bool IsStep(SyntaxNode node) => node.Kind()
        is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;

    private void ReadUsing(UsingDirectiveSyntax directive)
    {
        _toldUntil = directive.Span.End;
        if (_wanted is { } wanted && !wanted.Contain(directive.SpanStart)) return;
        if (directive.NamespaceOrType is not NameSyntax name) return;
        var local = directive.Alias?.Name.Identifier.ValueText ?? (directive.StaticKeyword.Span.IsEmpty ? null : "*");
        _writer.Facts.Imports.Add(
            new ImportFact(name.ToString(), _offsets[name.SpanStart], ImportKind.Import, local is null ? [] : [new ImportedName("*", local)]));
    }
}
