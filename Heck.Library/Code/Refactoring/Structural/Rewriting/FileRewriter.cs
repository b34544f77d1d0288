using System.Text;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>
/// Rewrites the matches of one file and proves the result: it is parsed again, and every captured node, and what took the place of the match, must be one
/// piece there. Where an operator would pull one apart, parentheses are added; where they do not help, the rewrite is refused.
/// </summary>
internal sealed class FileRewriter(PatternLanguage language, RepoPath path, SourceText text, SyntaxTree tree, ISourceParser parser)
{
    /// <summary>What the matches become.</summary>
    /// <param name="planned">Matches that do not overlap, in order, each with its rewrite.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="HeckException"><c>refactor.breaks_syntax</c> with the places.</exception>
    public IReadOnlyList<TextEdit> Rewrite(IReadOnlyList<PlannedRewrite> planned, CancellationToken ct)
    {
        EnsureNoBlockIsEmptied(planned);
        var bare = new Parentheses[planned.Count];
        Array.Fill(bare, Parentheses.None);
        var first = Try(planned, bare, ct);
        var best = first;
        if (first.Wanted.Any(w => w.IsAny)) best = Try(planned, first.Wanted, ct);
        if (best.HasErrors || best.Needed.Any(n => n.IsAny)) best = Try(planned, first.Needed, ct);
        if (best.HasErrors) throw Broken(Nearest(planned, best.Rendered, best.FirstError), "the result would have syntax errors");
        var apart = planned.Where((_, i) => best.Needed[i].IsAny).ToList();
        if (apart.Count > 0) throw Broken(apart, "the code would be grouped otherwise there, and parentheses do not help");
        return [.. best.Rendered.Select(r => new TextEdit(r.Start, r.End - r.Start, r.Text))];
    }

    /// <summary>A block that only its lines show (Python's) cannot be empty, which the parser lets pass.</summary>
    private void EnsureNoBlockIsEmptied(IReadOnlyList<PlannedRewrite> planned)
    {
        var deleted = planned.Where(p => p.Rewrite.Source.Length == 0).ToList();
        foreach (var one in deleted)
        {
            var block = tree.Parent(one.Match.Node);
            while (block > 0 && !IsBareBlock(block)) block = tree.Parent(block);
            if (block > 0 && StatementsOf(block).TrueForAll(s => deleted.Exists(d => d.Match.Start <= tree.Nodes[s].Start && tree.Nodes[s].End <= d.Match.End)))
                throw Broken([one], "nothing would be left of the block around it");
        }
    }

    private bool IsBareBlock(int node) =>
        language.KindName(tree.Nodes[node].Kind) == "block" && tree.FirstChild(node) is >= 0 and var first && tree.Nodes[first].IsNamed;

    private List<int> StatementsOf(int block)
    {
        var statements = new List<int>();
        foreach (var child in tree.Children(block))
            if (tree.Nodes[child] is { IsNamed: true, IsExtra: false })
                statements.Add(child);
        return statements;
    }

    private RenderedMatch[] Render(IReadOnlyList<PlannedRewrite> planned, Parentheses[] parentheses) =>
        [.. planned.Select((p, i) => new MatchRenderer(p.Rewrite, tree, p.PatternEndsInSemicolon).Render(p.Match, parentheses[i]))];

    private Attempt Try(IReadOnlyList<PlannedRewrite> planned, Parentheses[] parentheses, CancellationToken ct)
    {
        var rendered = Render(planned, parentheses);
        using var after = parser.Parse(Splice(rendered), ct);
        var needed = new Parentheses[rendered.Length];
        var wanted = new Parentheses[rendered.Length];
        var shift = 0;
        for (var i = 0; i < rendered.Length; i++)
        {
            var start = rendered[i].Start + shift;
            var length = Encoding.UTF8.GetByteCount(rendered[i].Text);
            var uses = rendered[i].Kept.Where(k => IsInner(planned[i], k) && !IsOnePiece(after, start + k.Start, start + k.Start + k.Length)).Select(k => k.Use).ToHashSet();
            needed[i] = new Parentheses(IsCut(after, start, start + length), uses);
            wanted[i] = needed[i] with { Around = needed[i].Around || (planned[i].IsOneForOne && length > 0 && !IsOnePiece(after, start, start + length)) };
            shift += length - (rendered[i].End - rendered[i].Start);
        }

        return new Attempt(rendered, after.ErrorCount > tree.ErrorCount, after.FirstErrorOffset, needed, wanted);
    }

    /// <summary>A name or a literal cannot be pulled apart.</summary>
    private bool IsInner(PlannedRewrite planned, KeptCode kept) =>
        planned.Match.Find(planned.Rewrite.Parts[kept.Use].Hole!.Name) is { } capture && tree.Nodes[capture.Node].Next > capture.Node + 1;

    /// <summary>Whether the span is a node, or lies in a text where nothing is grouped.</summary>
    private static bool IsOnePiece(SyntaxTree after, int start, int end)
    {
        var node = after.Covering(start, end);
        if (after.FirstChild(node) < 0) return true;
        if (after.Nodes[node].Start != start) return false;
        // A statement whose semicolon was left where it is.
        return after.Nodes[node].End == end || (after.Nodes[node].End == end + 1 && after.Source.Span[end] == (byte)';');
    }

    /// <summary>Whether some node has one part inside and one outside of the span.</summary>
    private static bool IsCut(SyntaxTree after, int start, int end)
    {
        if (start == end) return false;
        foreach (var child in after.Children(after.Covering(start, end)))
        {
            var (s, e) = (after.Nodes[child].Start, after.Nodes[child].End);
            if ((s < start && e > start) || (s < end && e > end)) return after.FirstChild(child) >= 0;
        }

        return false;
    }

    private byte[] Splice(RenderedMatch[] rendered)
    {
        var result = new MemoryStream();
        var from = 0;
        foreach (var match in rendered)
        {
            result.Write(tree.Source.Span[from..match.Start]);
            result.Write(Encoding.UTF8.GetBytes(match.Text));
            from = match.End;
        }

        result.Write(tree.Source.Span[from..]);
        return result.ToArray();
    }

    /// <summary>The rewrite that an error in the result is nearest to.</summary>
    private static List<PlannedRewrite> Nearest(IReadOnlyList<PlannedRewrite> planned, RenderedMatch[] rendered, int errorOffset)
    {
        var (nearest, shift) = (0, 0);
        for (var i = 0; i < rendered.Length && rendered[i].Start + shift <= errorOffset; i++)
        {
            nearest = i;
            shift += Encoding.UTF8.GetByteCount(rendered[i].Text) - (rendered[i].End - rendered[i].Start);
        }

        return [planned[nearest]];
    }

    private HeckException Broken(List<PlannedRewrite> broken, string why)
    {
        var places = broken.Select(p => text.PlaceAt(path, p.Match.Start, "rewritten")).ToList();
        return ErrorTable.RefactorBreaksSyntax.With($"The rewrite '{broken[0].Rewrite.Source}' cannot be made at {places[0]}: {why}.", details: PlaceDetails.Of(places));
    }

    /// <summary>One way of writing the matches, and what came of it.</summary>
    /// <param name="Rendered">The texts.</param>
    /// <param name="HasErrors">Whether the result has more syntax errors than the file had.</param>
    /// <param name="FirstError">Where the first error of the result is.</param>
    /// <param name="Needed">Parentheses without which code is pulled apart.</param>
    /// <param name="Wanted">Those, and such as keep an expression one that stands in a chain of equals (<c>a == b &lt; c</c>).</param>
    private sealed record Attempt(RenderedMatch[] Rendered, bool HasErrors, int FirstError, Parentheses[] Needed, Parentheses[] Wanted);
}
