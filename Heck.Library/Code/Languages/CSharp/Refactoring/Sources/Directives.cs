using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>The lines that begin with <c>#</c> in a range of code.</summary>
internal static class Directives
{
    /// <summary>The first directive in a range; null when there is none.</summary>
    public static DirectiveTriviaSyntax? FirstIn(CSharpSource source, TextSpan span) => In(source, span).FirstOrDefault();

    /// <summary>The first directive in a range whose other half lies outside of it, or that goes on behind it; null when none does.</summary>
    public static DirectiveTriviaSyntax? FirstCutBy(CSharpSource source, TextSpan span)
    {
        var all = In(source, span).ToList();
        var halves = all.FirstOrDefault(d => IsPaired(d) ? !d.GetRelatedDirectives().All(r => span.Contains(r.Span)) : d is not (PragmaWarningDirectiveTriviaSyntax or NullableDirectiveTriviaSyntax));
        return halves ?? (all.Count(d => d is PragmaWarningDirectiveTriviaSyntax or NullableDirectiveTriviaSyntax) % 2 == 0 ? null : all.First(d => !IsPaired(d)));
    }

    /// <summary>The last <c>#if</c> that is open where a range begins; null when none is.</summary>
    public static DirectiveTriviaSyntax? OpenAt(CSharpSource source, TextSpan span)
    {
        for (var directive = source.Root.GetFirstDirective(); directive is not null && directive.SpanStart < span.Start; directive = directive.GetNextDirective())
        {
            if (directive is IfDirectiveTriviaSyntax && directive.GetRelatedDirectives()[^1].SpanStart > span.Start) return directive;
        }

        return null;
    }

    private static bool IsPaired(DirectiveTriviaSyntax directive) =>
        directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax or RegionDirectiveTriviaSyntax or EndRegionDirectiveTriviaSyntax;

    private static IEnumerable<DirectiveTriviaSyntax> In(CSharpSource source, TextSpan span)
    {
        if (!source.Root.ContainsDirectives) yield break;
        for (var directive = source.Root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (span.Contains(directive.Span)) yield return directive;
        }
    }
}
