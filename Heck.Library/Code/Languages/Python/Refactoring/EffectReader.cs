using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Says what evaluating code may do. What is not known to be harmless may do anything.</summary>
internal sealed class EffectReader(PythonScene scene)
{
    private static readonly HashSet<string> Computing =
        ["abs", "bool", "bytes", "callable", "chr", "complex", "divmod", "float", "format", "frozenset", "hex", "id", "int", "isinstance", "issubclass", "oct", "ord", "pow", "range", "repr", "round", "str", "type"];

    private static readonly HashSet<string> Reading = ["all", "any", "ascii", "hasattr", "hash", "len", "max", "min", "sum", "tuple"];

    private static readonly HashSet<string> Creating = ["dict", "enumerate", "filter", "iter", "list", "map", "object", "reversed", "set", "slice", "sorted", "zip"];

    private static readonly HashSet<string> TextMethods =
    [
        "capitalize", "casefold", "center", "count", "decode", "encode", "endswith", "expandtabs", "find", "format", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier",
        "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust",
        "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill",
    ];

    private static readonly HashSet<string> TypeNames =
    [
        "list", "dict", "set", "frozenset", "tuple", "type", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Optional", "Union", "Callable", "Iterable", "Iterator", "Sequence", "Mapping", "Literal",
        "Annotated", "Awaitable", "Generator", "Any", "ClassVar", "Final", "Collection", "MutableMapping", "MutableSequence", "Coroutine", "AsyncIterator", "AsyncIterable", "Deque", "DefaultDict", "deque", "defaultdict", "OrderedDict",
    ];

    /// <summary>What an expression, a statement or a block may do; bodies of functions in it are not run.</summary>
    public Effects Of(PythonNode node)
    {
        if (node.Is(Kinds.Identifier) || node.Is(Kinds.Lambda) || node.Is(Kinds.FunctionDefinition)) return Effects.None;
        if (node.Is(Kinds.Call)) return OfCall(node);
        if (node.Is(Kinds.Attribute)) return OfAttribute(node);
        if (node.Is(Kinds.Subscript)) return IsType(node) ? Effects.None : OfParts(node) | Effects.Reads;
        if (node.Is(Kinds.Assignment) || node.Is(Kinds.AugmentedAssignment)) return OfAssignment(node);
        return OfParts(node) | Own(node);
    }

    public Effects Of(IEnumerable<PythonNode> nodes) => nodes.Aggregate(Effects.None, (all, n) => all | Of(n));

    private Effects OfParts(PythonNode node) => Of(node.Children);

    private static Effects Own(PythonNode node)
    {
        if (node.Is(Kinds.BinaryOperator) || node.Is(Kinds.UnaryOperator) || node.Is(Kinds.ComparisonOperator) || node.Is(Kinds.Interpolation)) return IsNumber(node) ? Effects.None : Effects.Computes;
        if (node.Is(Kinds.List) || node.Is(Kinds.Set) || node.Is(Kinds.Dictionary)) return Effects.Creates;
        if (node.Is(Kinds.ListComprehension) || node.Is(Kinds.SetComprehension) || node.Is(Kinds.DictionaryComprehension) || node.Is(Kinds.GeneratorExpression)) return Effects.Creates | Effects.Reads;
        if (node.Is(Kinds.ListSplat) || node.Is(Kinds.DictionarySplat)) return Effects.Reads;
        if (node.Is(Kinds.ForStatement) || node.Is(Kinds.WhileStatement)) return Effects.Reads;
        var writes = node.Is(Kinds.Await) || node.Is(Kinds.Yield) || node.Is(Kinds.NamedExpression) || node.Is(Kinds.DeleteStatement) || node.Is(Kinds.ImportStatement) || node.Is(Kinds.ImportFrom)
            || node.Is(Kinds.WithStatement) || node.Is(Kinds.ClassDefinition) || node.Is(Kinds.DecoratedDefinition) || node.Is(Kinds.RaiseStatement) || node.Is(Kinds.AssertStatement) || node.Is(Kinds.TryStatement) || node.Is(Kinds.MatchStatement);
        return writes ? Effects.Writes : Effects.None;
    }

    /// <summary>Operators over written numbers and strings give the same each time.</summary>
    private static bool IsNumber(PythonNode node) => !node.Is(Kinds.Interpolation) && node.Children.All(c => IsLiteral(c) || c.Is(Kinds.ParenthesizedExpression) && c.FirstChild is { } inner && (IsLiteral(inner) || IsOperator(inner) && IsNumber(inner)) || IsOperator(c) && IsNumber(c));

    private static bool IsOperator(PythonNode node) => node.Is(Kinds.BinaryOperator) || node.Is(Kinds.UnaryOperator) || node.Is(Kinds.ComparisonOperator);

    public static bool IsLiteral(PythonNode node) =>
        node.Is(Kinds.Integer) || node.Is(Kinds.Float) || node.Is(Kinds.True) || node.Is(Kinds.False) || node.Is(Kinds.None) || node.Is(Kinds.Ellipsis)
        || node.Is(Kinds.String) && node.ChildOfKind(Kinds.Interpolation) is null || node.Is(Kinds.ConcatenatedString) && node.Children.All(IsLiteral);

    private Effects OfAttribute(PythonNode attribute)
    {
        var owner = attribute.Child(Fields.Object)!.Value;
        return scene.Evaluator.Of(owner) switch
        {
            PythonType.Class(var of) when of.IsEnumMember(attribute.Child(Fields.Attribute)?.Text ?? "") => Effects.None,
            PythonType.Module(var module) => Of(owner) | (IsFixed(module, attribute.Child(Fields.Attribute)!.Value.Text) ? Effects.None : Effects.Reads),
            PythonType.External { IsInstance: false } => Of(owner),
            _ => Of(owner) | Effects.Reads,
        };
    }

    /// <summary>Whether a module binds a name once.</summary>
    private bool IsFixed(Modules.PythonModule module, string name) => scene.Evaluator.Names.InModule(module, name) is not Meaning.Of(var variable) || variable.Declarations.Count == 1;

    private Effects OfAssignment(PythonNode assignment)
    {
        var left = assignment.Child(Fields.Left)!.Value;
        var stores = left.Is(Kinds.Identifier) || left.Is(Kinds.PatternList) && left.Children.All(c => c.Is(Kinds.Identifier)) ? Effects.None : Effects.Writes;
        // `x += y` may change the object that x names.
        var changes = assignment.Is(Kinds.AugmentedAssignment) ? Effects.Computes : Effects.None;
        return stores | changes | (assignment.Child(Fields.Right) is { } right ? Of(right) : Effects.None);
    }

    private Effects OfCall(PythonNode call)
    {
        var callee = call.Child(Fields.Function)!.Value;
        var arguments = call.Child(Fields.Arguments) is { } list ? Of(list) : Effects.None;
        if (callee.Is(Kinds.Identifier) && BuiltinName(callee) is { } name) return arguments | OfBuiltin(name, call);
        if (callee.Is(Kinds.Attribute) && TextMethods.Contains(callee.Child(Fields.Attribute)?.Text ?? "") && callee.Child(Fields.Object) is { } owner && IsPlain(owner)) return arguments | Of(owner) | Effects.Computes;
        return arguments | Of(callee) | Effects.Writes;
    }

    private bool IsPlain(PythonNode owner) => scene.Evaluator.Of(owner) == PythonType.Plain;

    private string? BuiltinName(PythonNode callee) => callee.File.SiteOf(callee) is { } site && scene.Evaluator.Names.Of(site) is Meaning.External(var from) && from.StartsWith("builtins.", StringComparison.Ordinal) ? callee.Text : null;

    private static Effects OfBuiltin(string name, PythonNode call)
    {
        var arguments = call.Child(Fields.Arguments)?.Children.ToList() ?? [];
        // A function that is handed in may do anything.
        var calls = name is "map" or "filter" || arguments.Exists(a => a.Is(Kinds.KeywordArgument) && a.Child(Fields.Name)?.Text == "key");
        if (calls) return Effects.Writes;
        if (Computing.Contains(name)) return Effects.Computes;
        if (Reading.Contains(name)) return Effects.Reads;
        if (Creating.Contains(name)) return Effects.Creates | Effects.Reads;
        return name == "print" && !arguments.Exists(a => a.Is(Kinds.KeywordArgument) && a.Child(Fields.Name)?.Text == "file") ? Effects.Prints : Effects.Writes;
    }

    /// <summary><c>list[int]</c>, <c>Optional["Node"]</c>: a type, which is the same each time.</summary>
    private static bool IsType(PythonNode subscript)
    {
        var generic = subscript.Child(Fields.Value);
        var name = generic is { } attribute && attribute.Is(Kinds.Attribute) ? attribute.Child(Fields.Attribute)?.Text : generic?.Text;
        return name is not null && TypeNames.Contains(name);
    }

    /// <summary>Whether code may change in place one of the objects that some names mean, as far as can be seen: by a method, an item, an attribute, or a call that gets it.</summary>
    public bool MayChange(IReadOnlySet<string> names, IEnumerable<PythonNode> code) => code.Any(n =>
        n.Is(Kinds.Call) && (Of(n) & Effects.Writes) != 0 && (IsRootedIn(n.Child(Fields.Function)!.Value, names) || Arguments(n).Any(a => a.Is(Kinds.Identifier) && names.Contains(a.Text)))
        || (n.Is(Kinds.Assignment) || n.Is(Kinds.AugmentedAssignment)) && n.Child(Fields.Left) is { } left && (n.Is(Kinds.AugmentedAssignment) || !left.Is(Kinds.Identifier)) && IsRootedIn(left, names)
        || n.Is(Kinds.DeleteStatement) && n.Children.Any(c => IsRootedIn(c, names)));

    private static IEnumerable<PythonNode> Arguments(PythonNode call) => (call.Child(Fields.Arguments)?.Children ?? []).Select(a => a.Is(Kinds.KeywordArgument) ? a.Child(Fields.Value)!.Value : a);

    private static bool IsRootedIn(PythonNode expression, IReadOnlySet<string> names)
    {
        var at = expression;
        while (!at.Is(Kinds.Identifier))
        {
            if (at.Child(Fields.Object) is { } owner) at = owner;
            else if (at.Is(Kinds.Subscript)) at = at.Child(Fields.Value)!.Value;
            else return false;
        }

        return !at.Equals(expression) || at.Parent is { } parent && parent.Is(Kinds.AugmentedAssignment) ? names.Contains(at.Text) : false;
    }
}
