namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>A node of a parsed text. Offsets count in the file, also for a text inside a string.</summary>
internal readonly record struct PythonNode(SourceUnit Unit, int Index)
{
    public ushort Kind => Unit.Tree.Nodes[Index].Kind;

    public ushort Field => Unit.Tree.Nodes[Index].Field;

    public int Start => Unit.Shift + Unit.Tree.Nodes[Index].Start;

    public int End => Unit.Shift + Unit.Tree.Nodes[Index].End;

    public string Text => Unit.Tree.TextString(Index);

    public PythonFile File => Unit.File;

    public PythonNode? Parent => Maybe(Unit.Tree.Parent(Index));

    /// <summary>The named children, comments left out.</summary>
    public IEnumerable<PythonNode> Children
    {
        get
        {
            var (unit, tree) = (Unit, Unit.Tree);
            for (var child = tree.FirstChild(Index); child >= 0; child = tree.NextSibling(child))
            {
                if (tree.Nodes[child].IsNamed && tree.Nodes[child].Kind != Kinds.Comment) yield return unit[child];
            }
        }
    }

    public PythonNode? FirstChild
    {
        get
        {
            foreach (var child in Children) return child;
            return null;
        }
    }

    public PythonNode? LastChild
    {
        get
        {
            PythonNode? last = null;
            foreach (var child in Children) last = child;
            return last;
        }
    }

    /// <summary>A definition with its decorators, if it has any.</summary>
    public PythonNode WithDecorators => Parent is { } parent && parent.Is(Kinds.DecoratedDefinition) ? parent : this;

    public bool Is(ushort kind) => Kind == kind;

    public PythonNode? Child(ushort field) => Maybe(Unit.Tree.ChildByField(Index, field));

    public PythonNode? ChildOfKind(ushort kind) => Maybe(Unit.Tree.ChildOfKind(Index, kind));

    public IEnumerable<PythonNode> ChildrenIn(ushort field) => Children.Where(c => c.Field == field);

    /// <summary>The nearest node of one of these kinds that holds this one.</summary>
    public PythonNode? Ancestor(params ReadOnlySpan<ushort> kinds)
    {
        for (var node = Parent; node is { } at; node = at.Parent)
        {
            if (kinds.Contains(at.Kind)) return at;
        }

        return null;
    }

    /// <summary>All nodes of a kind below this one, in order.</summary>
    public IEnumerable<PythonNode> Descendants(ushort kind)
    {
        var (unit, end) = (Unit, Unit.Tree.Nodes[Index].Next);
        for (var at = Index + 1; at < end; at++)
        {
            if (unit.Tree.Nodes[at].Kind == kind) yield return unit[at];
        }
    }

    public bool IsWithin(PythonNode other) => Unit == other.Unit && Start >= other.Start && End <= other.End;

    private PythonNode? Maybe(int index) => index < 0 ? null : new PythonNode(Unit, index);
}
