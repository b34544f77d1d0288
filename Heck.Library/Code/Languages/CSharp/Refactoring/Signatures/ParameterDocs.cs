using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>The <c>param</c> elements of a documentation comment follow its parameters.</summary>
internal static class ParameterDocs
{
    public static IEnumerable<ProposedEdit> Edits(CSharpSource source, SyntaxNode declaration, SignaturePlan plan, IReadOnlyList<string> oldNames)
    {
        var elements = declaration.GetLeadingTrivia().Select(t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().SelectMany(d => d.Content).OfType<XmlElementSyntax>().Where(e => NameIn(e) is not null).ToList();
        if (elements.Count == 0) return [];
        var lines = elements.ToDictionary(e => e, e => TextSpan.FromBounds(source.LineStart(e.SpanStart), source.NextLine(e.Span.End)));
        var isBlock = elements.TrueForAll(e => source.Text[lines[e].Start..e.SpanStart].Trim() == "///" && source.IsBlank(e.Span.End, lines[e].End));
        var isTogether = isBlock && elements.Zip(elements.Skip(1)).All(p => lines[p.First].End == lines[p.Second].Start);
        if (!isBlock) return [];
        var byOrdinal = elements.GroupBy(e => oldNames.ToList().IndexOf(NameIn(e)!)).ToDictionary(g => g.Key, g => g.First());
        if (!isTogether) return elements.Where(e => plan.Removed.Contains(oldNames.ToList().IndexOf(NameIn(e)!))).Select(e => CSharpScene.Delete(source, lines[e]));
        var whole = TextSpan.FromBounds(lines[elements[0]].Start, lines[elements[^1]].End);
        var code = new CodeText();
        foreach (var slot in plan.Slots)
        {
            if (slot.Added is { } added) code.Write($"{source.IndentAt(whole.Start)}/// <param name=\"{added.Name}\">The {Words(added.Name)}.</param>\n");
            else if (byOrdinal.TryGetValue(slot.Ordinal, out var kept)) code.Append(CSharpScene.Copy(source, lines[kept]));
        }

        return plan.Removed.Count == 0 && plan.Slots.All(s => s.Added is null) && IsSameOrder(elements, plan, oldNames) ? [] : [CSharpScene.Edit(source, whole, code)];
    }

    private static bool IsSameOrder(List<XmlElementSyntax> elements, SignaturePlan plan, IReadOnlyList<string> oldNames)
    {
        var places = elements.Select(e => plan.Slots.ToList().FindIndex(s => s.Ordinal == oldNames.ToList().IndexOf(NameIn(e)!))).ToList();
        return places.SequenceEqual(places.Order());
    }

    private static string? NameIn(XmlElementSyntax element) =>
        element.StartTag.Name.LocalName.ValueText == "param" ? element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.ValueText : null;

    private static string Words(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
