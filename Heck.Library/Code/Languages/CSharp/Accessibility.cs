using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp;

/// <summary>What a declaration's own modifiers say of who sees it.</summary>
internal static class Accessibility
{
    /// <summary>Public or protected, written or by the language's defaults.</summary>
    public static bool IsExported(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax or ParameterSyntax => true,
        LocalFunctionStatementSyntax => false,
        MemberDeclarationSyntax { Modifiers: var modifiers } member => Written(modifiers) ?? (member.Parent is InterfaceDeclarationSyntax && !IsExplicit(member)),
        _ => false,
    };

    private static bool? Written(SyntaxTokenList modifiers)
    {
        if (modifiers.Any(SyntaxKind.PublicKeyword)) return true;
        if (modifiers.Any(SyntaxKind.PrivateKeyword)) return false;
        if (modifiers.Any(SyntaxKind.ProtectedKeyword)) return true;
        return modifiers.Any(SyntaxKind.InternalKeyword) || modifiers.Any(SyntaxKind.FileKeyword) ? false : null;
    }

    private static bool IsExplicit(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier is not null,
        BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier is not null,
        _ => false,
    };
}
