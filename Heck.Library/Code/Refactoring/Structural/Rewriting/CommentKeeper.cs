using Heck.Code.Refactoring.Structural.Matching;
using Heck.Code.Syntax;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>Sees to it that no comment of a match is lost: one beside the code of a <c>$$$</c> goes with it, any other must be known before the match is rewritten.</summary>
internal static class CommentKeeper
{
    /// <summary>The match with comments added to the captures that they stand beside; null when a comment would be lost by the rewrite.</summary>
    public static PatternMatch? Keep(PatternMatch match, Rewrite rewrite, SyntaxTree tree)
    {
        var used = rewrite.Parts.Select(p => p.Hole?.Name).OfType<string>().ToHashSet();
        if (rewrite.Source.Length == 0) return match;
        var captures = match.Captures.ToArray();
        var open = CommentsOf(match, tree).Where(comment => !captures.Any(c => used.Contains(c.Name) && c.Start <= comment.Start && comment.End <= c.End)).ToList();
        while (open.Count > 0)
        {
            var at = open.FindIndex(comment => Array.Exists(captures, c => TakesIn(c, comment)));
            if (at < 0) return null;
            var beside = Array.FindIndex(captures, c => TakesIn(c, open[at]));
            captures[beside] = captures[beside] with { Start = Math.Min(captures[beside].Start, open[at].Start), End = Math.Max(captures[beside].End, open[at].End) };
            open.RemoveAt(at);
        }

        return match with { Captures = captures };

        bool TakesIn(Capture capture, SyntaxNode comment) => capture is { IsMany: true, IsEmpty: false } && used.Contains(capture.Name) && AreNeighbours(capture, comment, tree);
    }

    private static List<SyntaxNode> CommentsOf(PatternMatch match, SyntaxTree tree)
    {
        var comments = new List<SyntaxNode>();
        for (var node = match.Node; node < tree.Count && tree.Nodes[node].Start < match.End; node++)
            if (tree.Nodes[node] is { IsExtra: true } comment && comment.Start >= match.Start && comment.End <= match.End)
                comments.Add(comment);
        return comments;
    }

    private static bool AreNeighbours(Capture capture, SyntaxNode comment, SyntaxTree tree)
    {
        var source = tree.Source.Span;
        return comment.End <= capture.Start
            ? source[comment.End..capture.Start].Trim(" \t\r\n"u8).IsEmpty
            : comment.Start >= capture.End && source[capture.End..comment.Start].Trim(" \t\r\n,;"u8).IsEmpty;
    }
}
