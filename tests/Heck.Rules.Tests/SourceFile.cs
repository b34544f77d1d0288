using Heck.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Rules.Tests;

internal sealed record SourceFile(string Path, CompilationUnitSyntax Syntax)
{
    public static SourceFile Read(string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Checkout.Root, path));
        return new(path, (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot());
    }

    /// <summary>The folder under the project: the floor, in the library. Empty for a file beside the project file.</summary>
    public string Floor => Path.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    /// <summary>The types that no other type encloses.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Syntax.Members.Concat(Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Members))
            .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public override string ToString() => Path;
}
