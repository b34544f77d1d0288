namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>The strings that hold code because they stand where a type is expected.</summary>
internal static class AnnotationStrings
{
    private static readonly HashSet<string> Generics =
    [
        "Annotated", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Callable", "ClassVar", "Collection", "Coroutine", "DefaultDict", "Deque", "Dict",
        "Final", "FrozenSet", "Generator", "Generic", "Iterable", "Iterator", "List", "Mapping", "MutableMapping", "MutableSequence", "NotRequired", "Optional",
        "OrderedDict", "Protocol", "Required", "Sequence", "Set", "Tuple", "Type", "TypeGuard", "Union",
    ];

    /// <summary>All strings of an outermost annotation but those of <c>Literal</c> and the metadata of <c>Annotated</c>.</summary>
    public static IEnumerable<PythonNode> OfAnnotation(PythonNode annotation) =>
        annotation.Ancestor(Kinds.Type) is not null ? [] : annotation.Descendants(Kinds.String).Where(s => !IsData(s, annotation));

    /// <summary>Strings among the arguments of a generic type that stands in an expression.</summary>
    public static IEnumerable<PythonNode> OfSubscript(PythonNode subscript)
    {
        if (!Generics.Contains(LastName(subscript.Child(Fields.Value))) || subscript.Ancestor(Kinds.Type) is not null) return [];
        return subscript.ChildrenIn(Fields.Subscript).SelectMany(s => s.Is(Kinds.String) ? [s] : s.Is(Kinds.List) ? s.Children.Where(c => c.Is(Kinds.String)) : [])
            .Where(s => !IsData(s, subscript));
    }

    /// <summary>The type given to <c>cast</c>, <c>TypeVar</c>'s bound, <c>NewType</c>'s base.</summary>
    public static IEnumerable<PythonNode> OfCall(PythonNode call)
    {
        var arguments = call.Child(Fields.Arguments)?.Children.ToList() ?? [];
        var found = LastName(call.Child(Fields.Function)) switch
        {
            "cast" when arguments.Count == 2 => arguments.Take(1),
            "ForwardRef" => arguments.Take(1),
            "NewType" => arguments.Skip(1).Take(1),
            "TypeVar" => arguments.Skip(1).Select(a => a.Child(Fields.Value) ?? a),
            _ => [],
        };
        return found.Where(a => a.Is(Kinds.String));
    }

    private static bool IsData(PythonNode text, PythonNode annotation)
    {
        var inside = text;
        while (inside != annotation && inside.Parent is { } holder)
        {
            var (generic, isFirst) = holder.Is(Kinds.Subscript) ? (holder.Child(Fields.Value), holder.Child(Fields.Subscript) == inside)
                : holder.Is(Kinds.TypeParameter) ? (holder.Parent?.FirstChild, holder.FirstChild == inside)
                : (null, false);
            if (holder.Is(Kinds.Call) || LastName(generic) == "Literal" || (LastName(generic) == "Annotated" && !isFirst)) return true;
            inside = holder;
        }

        return false;
    }

    private static string LastName(PythonNode? callee) => callee switch
    {
        { } name when name.Is(Kinds.Identifier) => name.Text,
        { } dotted when dotted.Is(Kinds.Attribute) => dotted.Child(Fields.Attribute)?.Text ?? "",
        _ => "",
    };
}
