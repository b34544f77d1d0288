using System.Runtime.CompilerServices;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Matching;

/// <summary>
/// Matches one pattern on one tree, node by node with backtracking: kinds and the texts of leaves must agree, a metavariable that is met again must
/// stand for equal code. Every node of the code counts except separators (see <see cref="Separators"/>) and comments that the pattern does not have.
/// </summary>
internal sealed class Matcher(Pattern pattern, SyntaxTree tree)
{
    /// <summary>Steps for one place; a pattern with several <c>$$$</c> in one list needs their power.</summary>
    private const int MaxSteps = 1_000_000;

    private readonly List<Capture> _captures = [];
    private int _steps;
    private int _cursor;

    /// <summary>All matches, in the order of their start; those inside others too.</summary>
    public IEnumerable<PatternMatch> All(CancellationToken ct)
    {
        for (var node = 0; node < tree.Count; node++)
        {
            if ((node & 0xfff) == 0) ct.ThrowIfCancellationRequested();
            if (At(node, []) is { } match) yield return match;
        }
    }

    /// <summary>The match that begins at a node, or null.</summary>
    /// <param name="node">The node, the first of several neighbours.</param>
    /// <param name="bound">What metavariables stand for already.</param>
    /// <exception cref="HeckException"><c>pattern.too_costly</c></exception>
    public PatternMatch? At(int node, IReadOnlyList<Capture> bound)
    {
        var first = pattern.Roots[0];
        if (first.Hole is null && tree.Nodes[node].Kind != first.Kind) return null;
        _captures.Clear();
        _captures.AddRange(bound);
        _steps = 0;
        return pattern.Roots.Length == 1 ? Single(first, node) : Neighbours(node);
    }

    private PatternMatch? Single(PatternNode root, int node) =>
        MatchNode(root, node, rest: null) ? new PatternMatch(tree.Nodes[node].Start, tree.Nodes[node].End, node, [.. _captures]) : null;

    private PatternMatch? Neighbours(int node)
    {
        if (node == 0 || !MatchList(new Frame(pattern.Roots, 0, node, tree.Nodes[tree.Parent(node)].Next, IsOpen: true, null))) return null;
        return new PatternMatch(tree.Nodes[node].Start, tree.Nodes[LastBefore(node, _cursor)].End, node, [.. _captures]);
    }

    /// <summary>The last sibling before <paramref name="end"/> that is no separator.</summary>
    private int LastBefore(int first, int end)
    {
        var last = first;
        for (var sibling = first; sibling < end; sibling = tree.Nodes[sibling].Next)
            if (!IsSeparator(sibling))
                last = sibling;
        return last;
    }

    /// <summary>Matches what is left of a list of siblings, then what is left of the lists around it.</summary>
    private bool MatchList(Frame at)
    {
        CountStep();
        if (at.Index == at.Pattern.Length) return EndList(at);
        var expected = at.Pattern[at.Index];
        if (expected.Hole is { IsMany: true } many) return MatchMany(many, at);
        if (at.Node < at.End)
        {
            if (MayBe(expected, at.Node) && MatchNode(expected, at.Node, at with { Index = at.Index + 1, Node = tree.Nodes[at.Node].Next })) return true;
            if (MaySkip(at.Node) && MatchList(at with { Node = tree.Nodes[at.Node].Next })) return true;
        }

        return expected.IsSeparator && MatchList(at with { Index = at.Index + 1 });
    }

    private bool MayBe(PatternNode expected, int node) => expected.Hole is not null || expected.Kind == tree.Nodes[node].Kind;

    private bool EndList(Frame at)
    {
        if (at.IsOpen) _cursor = at.Node;
        else
        {
            for (var node = at.Node; node < at.End; node = tree.Nodes[node].Next)
                if (!MaySkip(node))
                    return false;
        }

        return at.Rest is null || MatchList(at.Rest);
    }

    /// <summary>As few siblings as make the rest match.</summary>
    private bool MatchMany(MetaVariable hole, Frame at)
    {
        for (var end = at.Node; ; end = tree.Nodes[end].Next)
        {
            var before = _captures.Count;
            if (Bind(hole, at.Node, end) && MatchList(at with { Index = at.Index + 1, Node = end })) return true;
            _captures.RemoveRange(before, _captures.Count - before);
            if (end >= at.End) return false;
        }
    }

    private bool MatchNode(PatternNode expected, int node, Frame? rest)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        CountStep();
        var syntax = tree.Nodes[node];
        var before = _captures.Count;
        var matches = expected switch
        {
            { Hole: { } hole } => syntax.IsNamed && !syntax.IsExtra && Bind(hole, node, syntax.Next) && (rest is null || MatchList(rest)),
            _ when expected.Kind != syntax.Kind => false,
            { IsLeaf: true } => tree.Text(node).SequenceEqual(expected.Text) && (rest is null || MatchList(rest)),
            _ => MatchList(new Frame(expected.Children, 0, node + 1, syntax.Next, IsOpen: false, rest)),
        };
        if (!matches) _captures.RemoveRange(before, _captures.Count - before);
        return matches;
    }

    private bool Bind(MetaVariable hole, int node, int end)
    {
        if (hole.Name.Length == 0) return true;
        var capture = Captured(hole, node, end);
        foreach (var known in _captures)
            if (known.Name == hole.Name)
                return AreEqual(known, capture);
        _captures.Add(capture);
        return true;
    }

    private Capture Captured(MetaVariable hole, int node, int end)
    {
        while (node < end && IsSeparator(node)) node = tree.Nodes[node].Next;
        if (node >= end) return new Capture(hole.Name, -1, -1, node, node, hole.IsMany);
        var last = LastBefore(node, end);
        return new Capture(hole.Name, tree.Nodes[node].Start, tree.Nodes[last].End, node, tree.Nodes[last].Next, hole.IsMany);
    }

    /// <summary>Equal code, however it is laid out.</summary>
    private bool AreEqual(Capture one, Capture other)
    {
        int a = NextLeaf(one.Node, one.EndNode), b = NextLeaf(other.Node, other.EndNode);
        for (; a < one.EndNode && b < other.EndNode; a = NextLeaf(a + 1, one.EndNode), b = NextLeaf(b + 1, other.EndNode))
            if (!tree.Text(a).SequenceEqual(tree.Text(b)))
                return false;
        return a >= one.EndNode && b >= other.EndNode;
    }

    private int NextLeaf(int node, int end)
    {
        while (node < end && tree.Nodes[node].Next != node + 1) node++;
        return node;
    }

    private bool MaySkip(int node) => tree.Nodes[node].IsExtra || IsSeparator(node);

    private bool IsSeparator(int node) => tree.Nodes[node] is { IsNamed: false } n && n.Next == node + 1 && Separators.Are(tree.Text(node));

    private void CountStep()
    {
        if (++_steps > MaxSteps)
            throw ErrorTable.PatternTooCostly.With($"The pattern '{pattern.Source}' takes more than {MaxSteps} steps at one place.", "Use fewer '$$$' in one list.");
    }

    /// <summary>Where the matching of a list of siblings stands.</summary>
    /// <param name="Pattern">What is expected.</param>
    /// <param name="Index">The next of it.</param>
    /// <param name="Node">The next sibling.</param>
    /// <param name="End">The node after the last sibling.</param>
    /// <param name="IsOpen">Whether siblings may be left over.</param>
    /// <param name="Rest">What is to be matched after the list.</param>
    private sealed record Frame(PatternNode[] Pattern, int Index, int Node, int End, bool IsOpen, Frame? Rest);
}
