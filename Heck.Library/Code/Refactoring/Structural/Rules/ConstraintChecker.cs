using System.Text.RegularExpressions;
using Heck.Code.Refactoring.Structural.Matching;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>Asks conditions of nodes of one tree. What a condition's own pattern captures is forgotten, so that no order of conditions matters.</summary>
internal sealed class ConstraintChecker(SyntaxTree tree)
{
    public bool Holds(Constraint constraint, PatternMatch match) => Holds(constraint, match.Node, match);

    private bool Holds(Constraint c, int node, PatternMatch match)
    {
        if (c.Of is not null)
        {
            if (match.Find(c.Of) is not { IsEmpty: false } capture) return false;
            node = capture.Node;
        }

        return (c.Kind is not { } kind || tree.Nodes[node].Kind == kind)
            && (c.Regex is not { } regex || Matches(regex, node))
            && (c.Pattern is not { } pattern || Matches(pattern, node, match))
            && (c.Inside is not { } outer || Ancestors(node).Any(n => Holds(outer, n, match)))
            && (c.Has is not { } inner || Enumerable.Range(node + 1, tree.Nodes[node].Next - node - 1).Any(n => Holds(inner, n, match)))
            && (c.Precedes is not { } later || Later(node).Any(n => Holds(later, n, match)))
            && (c.Follows is not { } earlier || Earlier(node).Any(n => Holds(earlier, n, match)))
            && (c.Not is not { } denied || !Holds(denied, node, match))
            && (c.Any is not { } any || any.Any(one => Holds(one, node, match)));
    }

    /// <summary>Whether the node is the pattern, or a statement that is nothing but that.</summary>
    private bool Matches(Pattern pattern, int node, PatternMatch match)
    {
        var matcher = new Matcher(pattern, tree);
        for (var n = node; ; n++)
        {
            if (matcher.At(n, match.Captures) is not null) return true;
            if (n + 1 >= tree.Nodes[n].Next || tree.Nodes[n + 1].Start != tree.Nodes[n].Start || !IsOnlyNamedChild(n, n + 1)) return false;
        }
    }

    private bool Matches(Regex regex, int node)
    {
        try
        {
            return regex.IsMatch(tree.TextString(node));
        }
        catch (RegexMatchTimeoutException e)
        {
            throw ErrorTable.PatternTooCostly.With($"The regular expression '{regex}' takes more than {regex.MatchTimeout.TotalSeconds:0} s on one node.", inner: e);
        }
    }

    private IEnumerable<int> Ancestors(int node)
    {
        for (var n = tree.Parent(node); n >= 0; n = tree.Parent(n)) yield return n;
    }

    private IEnumerable<int> Later(int node)
    {
        for (var n = tree.NextSibling(Neighbour(node)); n >= 0; n = tree.NextSibling(n)) yield return n;
    }

    private IEnumerable<int> Earlier(int node)
    {
        var neighbour = Neighbour(node);
        if (neighbour == 0) yield break;
        for (var n = tree.FirstChild(tree.Parent(neighbour)); n >= 0 && n < neighbour; n = tree.NextSibling(n)) yield return n;
    }

    /// <summary>The statement that is only this call, as whose neighbours people think of other statements.</summary>
    private int Neighbour(int node)
    {
        for (var parent = tree.Parent(node); parent > 0 && tree.Nodes[parent].Start == tree.Nodes[node].Start && IsOnlyNamedChild(parent, node); parent = tree.Parent(node)) node = parent;
        return node;
    }

    private bool IsOnlyNamedChild(int parent, int node)
    {
        foreach (var child in tree.Children(parent))
            if (child != node && tree.Nodes[child].IsNamed)
                return false;
        return true;
    }
}
