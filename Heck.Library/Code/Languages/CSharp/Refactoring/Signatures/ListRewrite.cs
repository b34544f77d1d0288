using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>A list between brackets, written anew from items of which some are code that was there.</summary>
/// <param name="Source">The file.</param>
/// <param name="Open">Its opening bracket.</param>
/// <param name="Close">Its closing bracket.</param>
/// <param name="Old">What was in it.</param>
/// <param name="Items">What will be in it: a text, code, or both.</param>
internal sealed record ListRewrite(CSharpSource Source, SyntaxToken Open, SyntaxToken Close, IReadOnlyList<SyntaxNode> Old, IReadOnlyList<(string Before, SyntaxNode? Code)> Items)
{
    /// <summary>Everything from the first item to the last.</summary>
    public TextSpan Span => Old.Count == 0 ? new TextSpan(Open.Span.End, 0) : TextSpan.FromBounds(Old[0].SpanStart, Old[^1].Span.End);

    public bool ChangesSomething => Old.Count != Items.Count || Items.Where((item, i) => item.Before.Length > 0 || item.Code != Old[i]).Any();

    /// <summary>How items are set apart: as the first two were.</summary>
    public string Separator => Old.Count > 1 ? Source.Text[Old[0].Span.End..Old[1].SpanStart].Replace("\r\n", "\n", StringComparison.Ordinal) : ", ";

    /// <summary>Edits of one file for lists of which some may stand in items of others.</summary>
    public static IEnumerable<ProposedEdit> Edits(CSharpSource source, IReadOnlyList<ListRewrite> rewrites)
    {
        foreach (var rewrite in rewrites.Where(r => !rewrites.Any(o => o != r && o.Span.Contains(r.Span) && o.Span != r.Span))) yield return CSharpScene.Edit(source, rewrite.Span, rewrite.Code(rewrites));
    }

    public void RefuseComments(CSharpScene scene)
    {
        var comment = Open.Parent!.DescendantTrivia().FirstOrDefault(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && t.SpanStart > Open.SpanStart && t.SpanStart < Close.SpanStart && !Old.Any(o => o.Span.Contains(t.Span)));
        if (comment != default) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A comment stands between the items of the list.", [(Source, comment.SpanStart, "in the way")]);
    }

    private CodeText Code(IReadOnlyList<ListRewrite> all)
    {
        var code = new CodeText();
        for (var i = 0; i < Items.Count; i++)
        {
            code.Write(i > 0 ? Separator : "").Write(Items[i].Before);
            if (Items[i].Code is { } kept) code.Append(Copied(kept.Span, all));
        }

        return code;
    }

    private CodeText Copied(TextSpan span, IReadOnlyList<ListRewrite> all)
    {
        var code = new CodeText();
        var from = span.Start;
        foreach (var inner in all.Where(r => r != this && span.Contains(r.Span)).OrderBy(r => r.Span.Start).ThenByDescending(r => r.Span.Length))
        {
            if (inner.Span.Start < from) continue;
            code.Append(CSharpScene.Copy(Source, TextSpan.FromBounds(from, inner.Span.Start))).Append(inner.Code(all));
            from = inner.Span.End;
        }

        return code.Append(CSharpScene.Copy(Source, TextSpan.FromBounds(from, span.End)));
    }
}
