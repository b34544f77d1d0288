using System.Text;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Syntax;

/// <summary>A node of one file's tree. The default value stands for "no such node": it has no kind, no text and no children, so that chains of questions need no checks.</summary>
internal readonly record struct TsNode(TsFile File, int Index)
{
    public bool IsNone => File is null;

    public bool Exists => File is not null;

    public K Kind => File is null ? K.Other : File.Grammar.KindOf(Raw);

    public F Field => File is null ? F.None : File.Grammar.FieldOf(Raw);

    public int Start => File is null ? -1 : Raw.Start;

    public int End => File is null ? -1 : Raw.End;

    public bool IsNamed => File is not null && Raw.IsNamed;

    public TsNode Parent => File is not null && File.Tree.Parent(Index) is var parent and >= 0 ? new(File, parent) : default;

    /// <summary>The next node of the same parent that is not a comment.</summary>
    public TsNode NextSibling
    {
        get
        {
            if (File is null) return default;
            var next = File.Tree.NextSibling(Index);
            while (next >= 0 && File.Tree.Nodes[next].IsExtra) next = File.Tree.NextSibling(next);
            return next >= 0 ? new(File, next) : default;
        }
    }

    public string Text => File is null ? "" : File.Tree.TextString(Index);

    /// <summary>Children without comments; tokens such as <c>static</c> included.</summary>
    public IEnumerable<TsNode> Children
    {
        get
        {
            if (File is null) yield break;
            for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
            {
                if (!File.Tree.Nodes[child].IsExtra) yield return new TsNode(File, child);
            }
        }
    }

    public IEnumerable<TsNode> Named => Children.Where(c => c.IsNamed);

    public TsNode FirstNamed => Named.FirstOrDefault();

    public TsNode LastNamed => Named.LastOrDefault();

    /// <summary>This node and all below it, in order.</summary>
    public IEnumerable<TsNode> Subtree
    {
        get
        {
            if (File is null) yield break;
            for (int i = Index, end = Raw.Next; i < end; i++) yield return new TsNode(File, i);
        }
    }

    public TsNode Get(F field)
    {
        if (File is null) return default;
        for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
        {
            if (File.Grammar.FieldOf(File.Tree.Nodes[child]) == field && !File.Tree.Nodes[child].IsExtra) return new TsNode(File, child);
        }

        return default;
    }

    public IEnumerable<TsNode> All(F field) => Children.Where(c => c.Field == field);

    public TsNode Get(K kind) => File is null ? default : Children.FirstOrDefault(c => c.Kind == kind);

    public IEnumerable<TsNode> All(K kind) => Children.Where(c => c.Kind == kind);

    /// <summary>Whether a token of this text stands directly below.</summary>
    public bool Has(string token)
    {
        if (File is null) return false;
        var bytes = Encoding.UTF8.GetBytes(token);
        for (var child = File.Tree.FirstChild(Index); child >= 0; child = File.Tree.NextSibling(child))
        {
            if (!File.Tree.Nodes[child].IsNamed && File.Tree.Text(child).SequenceEqual(bytes)) return true;
        }

        return false;
    }

    public bool Contains(TsNode other) => File is not null && other.Exists && ReferenceEquals(other.File, File) && other.Index >= Index && other.Index < Raw.Next;

    public TsNode Ancestor(Func<TsNode, bool> test)
    {
        for (var node = Parent; node.Exists; node = node.Parent)
        {
            if (test(node)) return node;
        }

        return default;
    }

    public override string ToString() => IsNone ? "none" : $"{File.Path}:{Start} {Kind}";

    private SyntaxNode Raw => File.Tree.Nodes[Index];
}
