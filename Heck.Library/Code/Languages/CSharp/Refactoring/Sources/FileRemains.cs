using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>What is left of a file when declarations go.</summary>
internal static class FileRemains
{
    /// <summary>Whether nothing but usings, comments and empty namespaces would be left.</summary>
    public static bool AreNone(CSharpSource source, IReadOnlyCollection<SyntaxNode> gone)
    {
        var root = source.Root;
        return root.AttributeLists.Count == 0 && root.Externs.Count == 0 && root.Usings.All(u => u.GlobalKeyword.RawKind == 0) && All(root.Members);

        bool All(IEnumerable<MemberDeclarationSyntax> members) => members.All(m => gone.Contains(m) || (m is BaseNamespaceDeclarationSyntax space && All(space.Members)));
    }
}
