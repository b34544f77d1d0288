using System.Text;
using Heck.Code.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>Reads patterns of one language by its parser.</summary>
internal sealed class PatternReader(PatternLanguage language, ISourceParser parser)
{
    /// <summary>Longer than anybody writes, and short enough for a recursive matcher.</summary>
    private const int MaxLength = 20_000;

    /// <exception cref="HeckException"><c>pattern.invalid</c>: no frame makes code of it, or it would match everything.</exception>
    public Pattern Read(string source, CancellationToken ct)
    {
        var text = source.Trim();
        if (text.Length == 0) throw Invalid(source, "it is empty");
        if (text.Length > MaxLength) throw Invalid(source[..40] + "…", $"it has more than {MaxLength} characters");
        var marked = MetaVariableSyntax.Marked(text, language.Mark);
        try
        {
            var readings = language.Frames.Select(frame => ReadIn(frame, marked, ct)).OfType<List<PatternNode>>();
            var roots = FirstLikely(readings)
                ?? throw Invalid(source, "it is no whole expression, statement, member or type of the language");
            EnsureHolds(source, roots);
            return new Pattern(source, roots);
        }
        catch (InsufficientExecutionStackException)
        {
            throw Invalid(text[..Math.Min(text.Length, 40)] + "…", "it nests too deeply");
        }
    }

    private List<PatternNode>? FirstLikely(IEnumerable<List<PatternNode>> readings)
    {
        List<PatternNode>? first = null;
        foreach (var roots in readings)
        {
            if (!language.Unlikely.Contains(language.KindName(roots[0].Kind))) return roots;
            first ??= roots;
        }

        return first;
    }

    private List<PatternNode>? ReadIn(PatternFrame frame, string marked, CancellationToken ct)
    {
        var utf8 = Encoding.UTF8.GetBytes(frame.Before + marked + frame.After);
        var start = Encoding.UTF8.GetByteCount(frame.Before);
        var end = utf8.Length - Encoding.UTF8.GetByteCount(frame.After);
        using var tree = parser.Parse(utf8, ct);
        var builder = new PatternBuilder(language, tree);
        var roots = RootsOf(tree, start, end).Select(builder.Build).ToList();
        if (roots.Count == 0 || roots.Contains(null) || builder.Failed || !IsWhole(tree, start, end)) return null;
        return roots is [{ } only] ? [PatternBuilder.Innermost(only)] : [.. roots.OfType<PatternNode>().Where(r => !r.IsSeparator)];
    }

    /// <summary>The nodes that the span holds: the one that is it, or the neighbours that fill it.</summary>
    private static List<int> RootsOf(SyntaxTree tree, int start, int end)
    {
        var cover = tree.Covering(start, end);
        var nodes = tree.Nodes;
        if (cover > 0 && nodes[cover].Start >= start && nodes[cover].End <= end) return [cover];
        var roots = new List<int>();
        foreach (var child in tree.Children(cover))
            if (nodes[child].Start >= start && nodes[child].End <= end && nodes[child].End > nodes[child].Start)
                roots.Add(child);
        return roots;
    }

    /// <summary>Whether no node is cut by the ends of the span, and no error lies around it.</summary>
    private static bool IsWhole(SyntaxTree tree, int start, int end)
    {
        for (var node = 0; node < tree.Count; node++)
        {
            var (s, e) = (tree.Nodes[node].Start, tree.Nodes[node].End);
            var outside = e <= start || s >= end;
            if ((tree.Nodes[node].IsError || tree.Nodes[node].IsMissing) && (outside || (s <= start && e >= end))) return false;
            if ((s < start && e > start && e < end) || (s > start && s < end && e > end)) return false;
        }

        return true;
    }

    private static void EnsureHolds(string source, List<PatternNode> roots)
    {
        if (roots.TrueForAll(r => r.Hole is not null)) throw Invalid(source, "it holds nothing but metavariables, which would match everything");
        if (roots is [{ Hole.IsMany: true }, ..] or [.., { Hole.IsMany: true }]) throw Invalid(source, "neighbours cannot begin or end with '$$$', which would match nothing there");
        var both = roots.SelectMany(r => r.Leaves()).Select(l => l.Hole).OfType<MetaVariable>().Where(h => h.Name.Length > 0).Distinct().GroupBy(h => h.Name).FirstOrDefault(g => g.Count() > 1);
        if (both is not null) throw Invalid(source, $"${both.Key} stands for one node and $$${both.Key} for many; give them two names");
    }

    private static HeckException Invalid(string source, string why) => ErrorTable.PatternInvalid.With($"The pattern '{source}' cannot be used: {why}.");
}
