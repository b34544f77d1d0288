using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go.Binding.Syntax;

/// <summary>A node of one file's tree. The default value stands for "no such node": it has no kind, no text and no children, so that chains of questions need no checks.</summary>
internal readonly record struct GoNode(GoFile File, int Index)
{
    public bool IsNone => File is null;

    public bool Exists => File is not null;

    public K Kind => File is null ? K.Other : GoKinds.KindOf(Raw);

    public F Field => File is null ? F.None : GoKinds.FieldOf(Raw);

    public int Start => File is null ? -1 : Raw.Start;

    public int End => File is null ? -1 : Raw.End;

    public GoNode Parent => File is not null && File.Tree.Parent(Index) is var parent and >= 0 ? new(File, parent) : default;

    public string Text => File is null ? "" : File.Tree.TextString(Index);

    /// <summary>The named children without comments.</summary>
    public IEnumerable<GoNode> Named
    {
        get
        {
            if (File is null) yield break;
            for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
            {
                if (File.Tree.Nodes[child] is { IsNamed: true, IsExtra: false }) yield return new GoNode(File, child);
            }
        }
    }

    public GoNode FirstNamed => Named.FirstOrDefault();

    /// <summary>The identifiers of a declaration, or the nodes of a list.</summary>
    public IEnumerable<GoNode> All(F field) => Named.Where(c => c.Field == field);

    public IEnumerable<GoNode> All(K kind) => Named.Where(c => c.Kind == kind);

    public GoNode Get(F field)
    {
        if (File is null) return default;
        for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
        {
            if (GoKinds.FieldOf(File.Tree.Nodes[child]) == field && !File.Tree.Nodes[child].IsExtra) return new GoNode(File, child);
        }

        return default;
    }

    public GoNode Get(K kind) => Named.FirstOrDefault(c => c.Kind == kind);

    /// <summary>Whether a token of this text stands directly below.</summary>
    public bool Has(ReadOnlySpan<byte> token) => EndOf(token) >= 0;

    /// <summary>Where the first token of this text directly below ends, -1 without one.</summary>
    public int EndOf(ReadOnlySpan<byte> token)
    {
        if (File is null) return -1;
        for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
        {
            if (!File.Tree.Nodes[child].IsNamed && File.Tree.Text(child).SequenceEqual(token)) return File.Tree.Nodes[child].End;
        }

        return -1;
    }

    public bool Contains(GoNode other) => File is not null && other.File == File && other.Index >= Index && other.Index < Raw.Next;

    public GoNode Ancestor(params ReadOnlySpan<K> kinds)
    {
        for (var node = Parent; node.Exists; node = node.Parent)
        {
            if (kinds.Contains(node.Kind)) return node;
        }

        return default;
    }

    public override string ToString() => IsNone ? "none" : $"{File.Path}:{Start} {Kind}";

    private SyntaxNode Raw => File.Tree.Nodes[Index];
}
