using System.Runtime.CompilerServices;
using Heck.Code.Syntax;

namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>Makes pattern nodes of a parsed pattern.</summary>
internal sealed class PatternBuilder(PatternLanguage language, SyntaxTree tree)
{
    /// <summary>Kinds that hold statements or members: a hole alone in one of them is one of those, not the whole.</summary>
    private static readonly string[] Containers = ["block", "body", "program", "module", "source_file", "Block"];

    /// <summary>Kinds that hold neighbours without brackets of their own: one hole alone is the whole, as <c>return $X</c> returns whatever is returned.</summary>
    private static readonly string[] Lists = ["_list", "List"];

    /// <summary>True once an error of the parser was met that no hole explains.</summary>
    public bool Failed { get; private set; }

    /// <summary>The pattern node of a syntax node; null when nothing is left of it.</summary>
    public PatternNode? Build(int node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var syntax = tree.Nodes[node];
        if (HoleOf(node) is { } hole) return new PatternNode(syntax.Kind, hole, [], [], IsNamed: true);
        Failed |= syntax.IsError || syntax.IsMissing;
        var children = new List<PatternNode>();
        foreach (var child in tree.Children(node))
            if (Build(child) is { } built)
                children.Add(built);
        if (children.Count == 0 && syntax.End == syntax.Start) return null;
        return new PatternNode(syntax.Kind, null, children.Count == 0 ? tree.Text(node).ToArray() : [], [.. children], syntax.IsNamed);
    }

    /// <summary>The node that a pattern is really about: a call, where the parser sees a statement that is only a call.</summary>
    public static PatternNode Innermost(PatternNode node)
    {
        while (node.Children is [{ IsNamed: true } only]) node = only;
        return node;
    }

    /// <summary>The metavariable that a node consists of, be it wrapped as the grammar wants it (a statement, a parameter); a parser may miss the rest of the wrapping.</summary>
    private MetaVariable? HoleOf(int node)
    {
        if (Is(node, Containers)) return null;
        var leaves = LeavesOf(node);
        var hole = leaves.Count is 1 or 2 ? MetaVariableSyntax.OfLeaf(tree.TextString(leaves[0]), language.Mark) : null;
        // A statement that is $$$ alone keeps its semicolon to itself.
        if (leaves.Count == 2 && !(hole is { IsMany: true } && Separators.Are(tree.Text(leaves[1])))) return null;
        return hole is { IsMany: true } && Is(node, Lists) ? null : hole;
    }

    /// <summary>The first three leaves that have a text.</summary>
    private List<int> LeavesOf(int node)
    {
        var leaves = new List<int>();
        for (var n = node; n < tree.Nodes[node].Next && leaves.Count < 3; n++)
            if (tree.Nodes[n].Next == n + 1 && tree.Nodes[n].End > tree.Nodes[n].Start)
                leaves.Add(n);
        return leaves;
    }

    private bool Is(int node, string[] endings) => tree.Nodes[node] is { IsError: false } n && Array.Exists(endings, e => language.KindName(n.Kind).EndsWith(e, StringComparison.Ordinal));
}
