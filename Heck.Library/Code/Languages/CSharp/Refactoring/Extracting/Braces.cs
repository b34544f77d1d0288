using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Where a file puts its opening braces.</summary>
internal static class Braces
{
    /// <summary>What stands between a header and the first line of its block.</summary>
    public static string Open(CSharpSource source, string indent)
    {
        var blocks = source.Root.DescendantNodes().OfType<BlockSyntax>().Where(b => b.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or IfStatementSyntax)
            .Select(b => b.OpenBraceToken).Concat(source.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(t => t.OpenBraceToken).Where(t => t.RawKind != 0)).ToList();
        var own = blocks.Count(b => source.IsBlank(source.LineStart(b.SpanStart), b.SpanStart));
        return own * 2 >= blocks.Count ? $"\n{indent}{{" : " {";
    }
}
