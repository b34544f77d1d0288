namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>What is proved about a value, by what is written down: annotations, constructor calls, definitions, literals.</summary>
internal abstract record PythonType
{
    /// <summary>Nothing is proved.</summary>
    public static readonly PythonType Unknown = new UnknownType();

    /// <summary>Adds nothing to a union: <c>None</c>, a deletion, the value of a recursion.</summary>
    public static readonly PythonType Never = new NeverType();

    /// <summary>A value of the builtin types that hold no others: strings, numbers, booleans.</summary>
    public static readonly PythonType Plain = new External("builtins", IsClosed: true);

    public static PythonType Union(IEnumerable<PythonType> types)
    {
        var parts = types.SelectMany(t => t is OneOf union ? union.Parts : [t]).Where(t => t is not NeverType).Distinct().ToList();
        if (parts.Count == 0) return Never;
        if (parts.Count == 1) return parts[0];
        return parts.Contains(Unknown) ? Unknown : new OneOf(parts);
    }

    /// <summary>Nothing is proved.</summary>
    public sealed record UnknownType : PythonType;

    /// <summary>No value.</summary>
    public sealed record NeverType : PythonType;

    /// <summary>Something declared outside the workspace.</summary>
    /// <param name="From">Its dotted name as far as it is known.</param>
    /// <param name="IsClosed">Whether nothing of the workspace can be reached through it.</param>
    /// <param name="IsInstance">Whether it is a value of the external class rather than the named thing itself.</param>
    public sealed record External(string From, bool IsClosed = false, bool IsInstance = false) : PythonType;

    /// <summary>A module of the workspace.</summary>
    public sealed record Module(Modules.PythonModule Of) : PythonType;

    /// <summary>Some module, known only when the program runs.</summary>
    public sealed record AnyModule : PythonType;

    /// <summary>A class itself.</summary>
    public sealed record Class(ClassModel Of) : PythonType;

    /// <summary>A value of a class or, unless it was just constructed, of one that derives from it.</summary>
    public sealed record Instance(ClassModel Of, bool IsExact = false) : PythonType;

    /// <summary>What <c>super()</c> gives in a class.</summary>
    public sealed record Super(ClassModel Of) : PythonType;

    /// <summary>A function or bound method.</summary>
    public sealed record Function(FunctionModel Of, bool IsBound = false) : PythonType;

    /// <summary>A function whose first arguments are given: <c>functools.partial</c>.</summary>
    public sealed record Partial(PythonType Of) : PythonType;

    /// <summary>A builtin method that gives this when called.</summary>
    public sealed record Gives(PythonType Result) : PythonType;

    /// <summary>A builtin container, or what is awaited or iterated.</summary>
    public sealed record Container(ContainerKind Kind, IReadOnlyList<PythonType> Items) : PythonType
    {
        public PythonType Item => Kind == ContainerKind.Mapping && Items.Count > 0 ? Items[0] : Union(Items);

        public bool Equals(Container? other) => other is not null && Kind == other.Kind && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => HashCode.Combine(Kind, Items.Count);
    }

    /// <summary>One of several.</summary>
    public sealed record OneOf(IReadOnlyList<PythonType> Parts) : PythonType
    {
        public bool Equals(OneOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Count;
    }
}
