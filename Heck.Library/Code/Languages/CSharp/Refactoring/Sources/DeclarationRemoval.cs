using Heck.Code.Refactoring.Proposals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>Takes declarations out of a file, and what would be left empty by it.</summary>
internal static class DeclarationRemoval
{
    /// <summary>The node that goes with a declaration: the whole statement or field of its only variable, the namespace of its only type.</summary>
    public static SyntaxNode WholeOf(SyntaxNode declaration, ICollection<SyntaxNode>? others = null) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } list } => WholeOf(list.Parent!, others),
        { Parent: GlobalStatementSyntax global } => global,
        MemberDeclarationSyntax { Parent: NamespaceDeclarationSyntax space } member when space.Members.All(m => m == member || others?.Contains(m) == true) && space.Usings.Count == 0 => WholeOf(space, others),
        _ => declaration,
    };

    public static IEnumerable<ProposedEdit> Edits(CSharpSource source, IReadOnlyList<SyntaxNode> declarations) => Spans(source, declarations).Select(s => CSharpScene.Delete(source, s));

    /// <summary>What goes, in order, nothing twice.</summary>
    public static IEnumerable<TextSpan> Spans(CSharpSource source, IReadOnlyList<SyntaxNode> declarations)
    {
        TextSpan? open = null;
        foreach (var span in declarations.Select(d => WholeOf(d, [.. declarations])).Distinct().SelectMany(d => SpansOf(source, d)).OrderBy(s => s.Start))
        {
            if (open is { } last && span.Start <= last.End) open = TextSpan.FromBounds(last.Start, Math.Max(last.End, span.End));
            else
            {
                if (open is { } done) yield return done;
                open = span;
            }
        }

        if (open is { } end) yield return end;
    }

    private static IEnumerable<TextSpan> SpansOf(CSharpSource source, SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax list } variable => [OfVariable(list, variable)],
        EnumMemberDeclarationSyntax { Parent: EnumDeclarationSyntax list } member => OfEnumMember(source, list, member),
        _ => [Removal.Of(source, node)],
    };

    private static TextSpan OfVariable(VariableDeclarationSyntax list, VariableDeclaratorSyntax variable) => list.Variables.IndexOf(variable) is var index and > 0
        ? TextSpan.FromBounds(list.Variables[index - 1].Span.End, variable.Span.End)
        : TextSpan.FromBounds(variable.SpanStart, list.Variables[1].SpanStart);

    private static IEnumerable<TextSpan> OfEnumMember(CSharpSource source, EnumDeclarationSyntax list, EnumMemberDeclarationSyntax member)
    {
        var index = list.Members.IndexOf(member);
        if (index < list.Members.SeparatorCount) return [Removal.Of(source, member, list.Members.GetSeparator(index).Span.End)];
        var own = Removal.Of(source, member);
        return index == 0 ? [own] : [list.Members.GetSeparator(index - 1).Span, own];
    }
}
