using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    /// <summary>What a value is that is annotated so.</summary>
    public PythonType OfAnnotation(PythonNode annotation) => _guard.Compute((annotation, "type"), () => ReadAnnotation(annotation));

    private PythonType ReadAnnotation(PythonNode node)
    {
        if (node.Is(Kinds.Type) || node.Is(Kinds.ParenthesizedExpression)) return node.FirstChild is { } inner ? OfAnnotation(inner) : PythonType.Unknown;
        if (node.Is(Kinds.None)) return PythonType.Never;
        if (node.Is(Kinds.String)) return node.File.UnitOf(node)?.Root.FirstChild?.FirstChild is { } expression ? OfAnnotation(expression) : PythonType.Unknown;
        if (node.Is(Kinds.UnionType) || (node.Is(Kinds.BinaryOperator) && node.Child(Fields.Operator)?.Text == "|")) return PythonType.Union(node.Children.Select(OfAnnotation));
        if (node.Is(Kinds.GenericType)) return OfGeneric(node.FirstChild!.Value, [.. node.ChildOfKind(Kinds.TypeParameter)?.Children ?? []]);
        if (node.Is(Kinds.Subscript)) return OfGeneric(node.Child(Fields.Value)!.Value, [.. node.ChildrenIn(Fields.Subscript)]);
        return node.Is(Kinds.Identifier) || node.Is(Kinds.Attribute) || node.Is(Kinds.MemberType) ? OfTypeName(node, []) : PythonType.Unknown;
    }

    private PythonType OfGeneric(PythonNode generic, IReadOnlyList<PythonNode> arguments) => OfTypeName(generic, arguments);

    private PythonType OfTypeName(PythonNode name, IReadOnlyList<PythonNode> arguments) => Of(name) switch
    {
        PythonType.Class(var of) => new PythonType.Instance(of),
        PythonType.External { IsInstance: false } external => OfExternalType(external, name, arguments),
        // A type alias holds a type expression; its value was read as one of the runtime.
        PythonType.Container or PythonType.OneOf or PythonType.UnknownType when AliasOf(name) is { } alias => OfAnnotation(alias),
        _ => PythonType.Unknown,
    };

    private PythonNode? AliasOf(PythonNode name)
    {
        if (name.File.SiteOf(name) is not { } site || Names.Of(site) is not Meaning.Of(var variable) || variable.Declarations.Count != 1) return null;
        return variable.First.Kind is DeclarationKind.Assignment or DeclarationKind.TypeAlias ? variable.First.Origin.Child(Fields.Right) : null;
    }

    private PythonType OfExternalType(PythonType.External external, PythonNode name, IReadOnlyList<PythonNode> arguments)
    {
        PythonType Argument(int index) => index < arguments.Count ? OfAnnotation(arguments[index]) : PythonType.Unknown;
        var last = external.From[(external.From.LastIndexOf('.') + 1)..];
        switch (last)
        {
            case "Optional" or "Final" or "ClassVar" or "Annotated" or "Required" or "NotRequired" or "ReadOnly" or "InitVar": return Argument(0);
            case "Union": return PythonType.Union(arguments.Select(OfAnnotation));
            case "Self": return EnclosingClass(name) is { } holder ? new PythonType.Instance(holder) : PythonType.Unknown;
            case "Type" or "type": return AsClass(Argument(0));
            case "Any" or "object" or "Callable" or "TypeVar" or "Protocol" or "Generic" or "T" or "AnyStr": return PythonType.Unknown;
            case "None" or "NoReturn" or "Never": return PythonType.Never;
            case "Tuple" or "tuple": return OfTupleType(arguments);
            case "Awaitable" or "Coroutine" or "Task" or "Future": return new PythonType.Container(ContainerKind.Awaitable, [Argument(arguments.Count - 1)]);
            case "ContextManager" or "AbstractContextManager" or "AsyncContextManager" or "AbstractAsyncContextManager": return new PythonType.Container(ContainerKind.Manager, [Argument(0)]);
        }

        if (ExternalNames.Sequences.Contains(last)) return new PythonType.Container(ContainerKind.Sequence, [Argument(0)]);
        if (ExternalNames.Mappings.Contains(last)) return new PythonType.Container(ContainerKind.Mapping, [Argument(0), Argument(1)]);
        return ExternalNames.IsPlain(external.From) ? PythonType.Plain : external with { IsInstance = true, IsClosed = ExternalNames.IsClosed(external.From) };
    }

    private PythonType.Container OfTupleType(IReadOnlyList<PythonNode> arguments) => arguments.Count == 2 && arguments[1].Text == "..."
        ? Sequence([OfAnnotation(arguments[0])])
        : arguments.Count > 0 ? new PythonType.Container(ContainerKind.Tuple, [.. arguments.Select(OfAnnotation)]) : Sequence([PythonType.Unknown]);

    private static PythonType AsClass(PythonType instance) => instance switch
    {
        PythonType.Instance(var of, _) => new PythonType.Class(of),
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(AsClass)),
        _ => PythonType.Unknown,
    };

    private ClassModel? EnclosingClass(PythonNode node) =>
        node.Ancestor(Kinds.ClassDefinition) is { } definition && node.File.ScopeOf(definition) is { } scope ? Classes.Of(scope) : null;
}
