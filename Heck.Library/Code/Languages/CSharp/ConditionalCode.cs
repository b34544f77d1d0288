using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp;

/// <summary>Code under <c>#if</c>: the branches that a parse without symbols skips.</summary>
internal static class ConditionalCode
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Regular);

    // A file with more symbols than this is a table of platforms; what then is left is text to us.
    private const int MaxSets = 12;

    public static CompilationUnitSyntax Parse(string text, IEnumerable<string> symbols, CancellationToken ct) =>
        CSharpParser.Parse(text, Options.WithPreprocessorSymbols(symbols), "", ct).GetCompilationUnitRoot(ct);

    /// <summary>
    /// Parses with the symbols of the conditions as long as regions are left that no parse has read. All symbols at once show most files whole;
    /// where branches exclude each other, that makes errors, and each symbol alone goes first.
    /// </summary>
    public static IEnumerable<(CompilationUnitSyntax Root, Regions Added)> OtherBranches(string text, CompilationUnitSyntax root, CancellationToken ct)
    {
        var left = Disabled(root);
        if (left.IsEmpty) yield break;
        string[] names = [.. Names(root).Distinct()];
        if (names.Length == 0) yield break;
        var all = Parse(text, names, ct);
        var alone = names.Length == 1 ? [] : names.Take(MaxSets).Select(name => Parse(text, [name], ct));
        foreach (var branch in all.ContainsDiagnostics ? alone.Append(all) : alone.Prepend(all))
        {
            var disabled = Disabled(branch);
            var added = left.Without(disabled);
            if (added.IsEmpty) continue;
            yield return (branch, added);
            left = left.Intersect(disabled);
            if (left.IsEmpty) yield break;
        }
    }

    public static Regions Disabled(SyntaxNode root) =>
        new([.. root.DescendantTrivia(descendIntoChildren: n => n.ContainsDirectives).Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(t => t.Span)]);

    public static IEnumerable<string> Names(CompilationUnitSyntax root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            if (directive is ConditionalDirectiveTriviaSyntax conditional)
                foreach (var name in conditional.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
                    yield return name.Identifier.ValueText;
    }
}
