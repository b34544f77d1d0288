using System.Buffers;
using System.Text;

namespace Heck.Code.Syntax;

/// <summary>
/// A parsed file as one array of nodes in preorder; node 0 is the root and nodes are named by their index. Nothing native is held.
/// Reading from several threads is safe. Disposing gives the arrays back to the pool, after which no span of them may be used.
/// </summary>
internal sealed class SyntaxTree : IDisposable
{
    private readonly int _count;
    private SyntaxNode[]? _nodes;
    private int[]? _parents;

    /// <param name="grammar">What the source was parsed as.</param>
    /// <param name="source">The bytes that offsets count in.</param>
    /// <param name="nodes">Rented from the shared pool; owned by the tree from now on.</param>
    /// <param name="count">How many of them are filled.</param>
    /// <param name="errorCount">See <see cref="ErrorCount"/>.</param>
    /// <param name="firstErrorOffset">See <see cref="FirstErrorOffset"/>.</param>
    internal SyntaxTree(Grammar grammar, ReadOnlyMemory<byte> source, SyntaxNode[] nodes, int count, int errorCount, int firstErrorOffset)
    {
        (Grammar, Source, _nodes, _count) = (grammar, source, nodes, count);
        (ErrorCount, FirstErrorOffset) = (errorCount, firstErrorOffset);
    }

    public Grammar Grammar { get; }

    public ReadOnlyMemory<byte> Source { get; }

    public int Count => _count;

    /// <summary>ERROR and MISSING nodes, those included that are too hidden to appear in <see cref="Nodes"/>.</summary>
    public int ErrorCount { get; }

    /// <summary>Where the first of them starts, -1 when there is none.</summary>
    public int FirstErrorOffset { get; }

    public ReadOnlySpan<SyntaxNode> Nodes => Living.AsSpan(0, _count);

    private SyntaxNode[] Living => _nodes ?? throw new ObjectDisposedException(nameof(SyntaxTree));

    /// <summary>The parent's index, -1 for the root. The first call computes all parents.</summary>
    public int Parent(int node) => (_parents ??= ComputeParents())[node];

    /// <summary>The first child's index, -1 when there is none.</summary>
    public int FirstChild(int node) => Nodes[node].Next > node + 1 ? node + 1 : -1;

    /// <summary>The index of the next node under the same parent, -1 when there is none.</summary>
    public int NextSibling(int node) => Nodes[node].IsLastSibling ? -1 : Nodes[node].Next;

    /// <summary>Enumerates the indices of the direct children without allocating.</summary>
    public SyntaxChildren Children(int node) => new(Nodes, node);

    /// <summary>The first child that the grammar puts under the field, -1 when there is none.</summary>
    public int ChildByField(int node, ushort field)
    {
        foreach (var child in Children(node))
            if (Nodes[child].Field == field)
                return child;
        return -1;
    }

    /// <summary>The first child of the kind, -1 when there is none.</summary>
    public int ChildOfKind(int node, ushort kind)
    {
        foreach (var child in Children(node))
            if (Nodes[child].Kind == kind)
                return child;
        return -1;
    }

    /// <summary>The smallest node that covers the bytes from <paramref name="start"/> to <paramref name="end"/>; the root when no smaller one does.</summary>
    public int Covering(int start, int end)
    {
        var nodes = Nodes;
        var node = 0;
        for (var child = FirstChild(0); child >= 0;)
        {
            if (nodes[child].Start <= start && end <= nodes[child].End)
                (node, child) = (child, FirstChild(child));
            else
                child = nodes[child].Start > start ? -1 : NextSibling(child);
        }
        return node;
    }

    public ReadOnlySpan<byte> Text(int node) => Source.Span[Nodes[node].Start..Nodes[node].End];

    public string TextString(int node) => Encoding.UTF8.GetString(Text(node));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _nodes, null) is { } nodes)
            ArrayPool<SyntaxNode>.Shared.Return(nodes);
    }

    private int[] ComputeParents()
    {
        var nodes = Nodes;
        var parents = new int[nodes.Length];
        parents[0] = -1;
        for (var node = 1; node < nodes.Length; node++)
        {
            var parent = node - 1;
            while (nodes[parent].Next <= node)
                parent = parents[parent];
            parents[node] = parent;
        }
        return parents;
    }
}
