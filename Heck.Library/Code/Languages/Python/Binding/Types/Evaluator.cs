using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>
/// Says what is proved about the value of an expression, by declared types and what follows from them without running anything. A value that
/// depends on itself adds nothing to itself.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly RecursionGuard _guard = new();
    private readonly Dictionary<ushort, Func<PythonNode, PythonType>> _rules;

    public Evaluator(PythonProgram program)
    {
        Names = new NameLookup(program);
        Classes = new ClassTable(program, this);
        Hierarchy = new ClassHierarchy(program, Classes);
        _rules = new()
        {
            [Kinds.Identifier] = OfIdentifier,
            [Kinds.Attribute] = OfAttribute,
            [Kinds.MemberType] = OfAttribute,
            [Kinds.DottedName] = OfDotted,
            [Kinds.Call] = OfCall,
            [Kinds.Await] = n => Awaited(Of(n.FirstChild)),
            [Kinds.ParenthesizedExpression] = n => Of(n.FirstChild),
            [Kinds.ConditionalExpression] = n => n.Children.ToList() is { Count: 3 } parts ? PythonType.Union([Of(parts[0]), Of(parts[2])]) : PythonType.Unknown,
            [Kinds.BooleanOperator] = n => PythonType.Union([Of(n.Child(Fields.Left)), Of(n.Child(Fields.Right))]),
            [Kinds.NamedExpression] = n => Of(n.Child(Fields.Value)),
            [Kinds.String] = _ => PythonType.Plain,
            [Kinds.ConcatenatedString] = _ => PythonType.Plain,
            [Kinds.Integer] = _ => PythonType.Plain,
            [Kinds.Float] = _ => PythonType.Plain,
            [Kinds.True] = _ => PythonType.Plain,
            [Kinds.False] = _ => PythonType.Plain,
            [Kinds.Ellipsis] = _ => PythonType.Plain,
            [Kinds.ComparisonOperator] = _ => PythonType.Plain,
            [Kinds.NotOperator] = _ => PythonType.Plain,
            [Kinds.None] = _ => PythonType.Never,
            [Kinds.List] = n => Sequence(n.Children.Select(OfItem)),
            [Kinds.Set] = n => Sequence(n.Children.Select(OfItem)),
            [Kinds.Tuple] = OfTuple,
            [Kinds.ExpressionList] = OfTuple,
            [Kinds.ListComprehension] = n => Sequence([Of(n.Child(Fields.Body))]),
            [Kinds.SetComprehension] = n => Sequence([Of(n.Child(Fields.Body))]),
            [Kinds.GeneratorExpression] = n => Sequence([Of(n.Child(Fields.Body))]),
            [Kinds.Dictionary] = n => Mapping(n.Children),
            [Kinds.DictionaryComprehension] = n => Mapping(n.ChildrenIn(Fields.Body)),
            [Kinds.Subscript] = OfSubscript,
            [Kinds.GenericType] = n => Of(n.FirstChild),
            [Kinds.Type] = n => Of(n.FirstChild),
            [Kinds.BinaryOperator] = OfBinary,
            [Kinds.UnaryOperator] = n => Of(n.LastChild) == PythonType.Plain ? PythonType.Plain : PythonType.Unknown,
            [Kinds.Lambda] = n => n.File.ScopeOf(n) is { } scope ? new PythonType.Function(new FunctionModel(scope)) : PythonType.Unknown,
            [Kinds.Assignment] = n => Of(n.Child(Fields.Right)),
        };
    }

    public NameLookup Names { get; }

    public ClassTable Classes { get; }

    public ClassHierarchy Hierarchy { get; }

    /// <summary>What is proved about an expression's value.</summary>
    public PythonType Of(PythonNode? expression)
    {
        if (expression is not { } node || !_rules.TryGetValue(node.Kind, out var rule)) return PythonType.Unknown;
        return _guard.Compute(node, () => rule(node));
    }

    /// <summary>Runs something that must not see what is being computed now.</summary>
    public void Apart(Action action) => _guard.Apart(action);

    public PythonType TypeOf(Meaning meaning) => meaning switch
    {
        Meaning.Of(var variable) => TypeOf(variable),
        Meaning.Module(var module) => new PythonType.Module(module),
        Meaning.External(var from) => new PythonType.External(from),
        _ => PythonType.Unknown,
    };

    /// <summary>What a variable holds: its annotation, or whatever its bindings give.</summary>
    public PythonType TypeOf(Variable variable) => _guard.Compute(variable, () =>
    {
        var annotation = variable.Declarations.Select(AnnotationOf).FirstOrDefault(a => a is not null);
        if (annotation is not null) return OfAnnotation(annotation.Value);
        return WithAdded(PythonType.Union(variable.Declarations.Select(OfDeclaration)), () => UsesOf(variable));
    });

    private PythonType OfIdentifier(PythonNode name)
    {
        if (name.File.SiteOf(name) is not { } site) return PythonType.Unknown;
        var type = TypeOf(Names.Of(site));
        return type is PythonType.UnknownType or PythonType.OneOf && site.Role == NameRole.Load && TypeTests.Of(name) is { } tested
            ? PythonType.Union(tested.Select(t => InstanceOf(Of(t))))
            : type;
    }

    private PythonType OfItem(PythonNode element) => element.Is(Kinds.ListSplat) ? ItemOf(Of(element.FirstChild)) : Of(element);

    private PythonType.Container OfTuple(PythonNode tuple) => tuple.Children.Any(c => c.Is(Kinds.ListSplat))
        ? Sequence(tuple.Children.Select(OfItem))
        : new PythonType.Container(ContainerKind.Tuple, [.. tuple.Children.Select(c => Of(c))]);

    private static PythonType.Container Sequence(IEnumerable<PythonType> items) => new(ContainerKind.Sequence, [PythonType.Union(items)]);

    private PythonType.Container Mapping(IEnumerable<PythonNode> pairs)
    {
        var entries = pairs.ToList();
        return entries.Exists(p => !p.Is(Kinds.Pair))
            ? new PythonType.Container(ContainerKind.Mapping, [PythonType.Unknown, PythonType.Unknown])
            : new PythonType.Container(ContainerKind.Mapping,
                [PythonType.Union(entries.Select(p => Of(p.Child(Fields.Key)))), PythonType.Union(entries.Select(p => Of(p.Child(Fields.Value))))]);
    }

    private PythonType OfSubscript(PythonNode subscript)
    {
        var value = Of(subscript.Child(Fields.Value));
        var index = subscript.Child(Fields.Subscript);
        return value switch
        {
            PythonType.Class or PythonType.External { IsInstance: false, IsClosed: false } => value,
            PythonType.Container container when index is { } i && i.Is(Kinds.Slice) => container,
            PythonType.Container { Kind: ContainerKind.Tuple } tuple when int.TryParse(index?.Text, out var at) && at >= 0 && at < tuple.Items.Count => tuple.Items[at],
            PythonType.Container { Kind: ContainerKind.Mapping, Items: [_, var item] } => item,
            PythonType.Container container => container.Item,
            PythonType.Instance(var of, _) => Returned(of, "__getitem__"),
            PythonType.External { IsClosed: true } => value,
            _ => PythonType.Unknown,
        };
    }

    private PythonType OfBinary(PythonNode operation)
    {
        var (left, right) = (Of(operation.Child(Fields.Left)), Of(operation.Child(Fields.Right)));
        if (left is PythonType.External { IsClosed: true } && right is PythonType.External { IsClosed: true } or PythonType.Container or PythonType.NeverType) return left;
        return left is PythonType.Container && left == right ? left : PythonType.Unknown;
    }

    private PythonType Returned(ClassModel of, string method) =>
        MemberOf(of, method, isExact: false) is PythonType.Function(var function, _) ? ReturnOf(function, new PythonType.Instance(of)) : PythonType.Unknown;

    /// <summary>What iterating over a value gives.</summary>
    private PythonType ItemOf(PythonType value) => value switch
    {
        PythonType.Container { Kind: ContainerKind.Sequence or ContainerKind.Tuple or ContainerKind.Mapping } container => container.Item,
        PythonType.Instance(var of, _) => Returned(of, "__iter__") is var iterator && iterator is PythonType.Instance(var other, _)
            ? Returned(other, "__next__")
            : ItemOf(iterator),
        PythonType.Class(var of) when of.IsEnum => new PythonType.Instance(of),
        PythonType.External { IsClosed: true } => value,
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(ItemOf)),
        PythonType.NeverType => value,
        _ => PythonType.Unknown,
    };

    private static PythonType Awaited(PythonType value) => value switch
    {
        PythonType.Container { Kind: ContainerKind.Awaitable } container => container.Item,
        PythonType.External { IsClosed: true } => value,
        PythonType.NeverType => value,
        _ => PythonType.Unknown,
    };
}
