using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>A function, method or lambda as its callers see it.</summary>
internal sealed class FunctionModel(Scope scope)
{
    private readonly Lazy<IReadOnlyList<ParameterModel>> _parameters = new(() => ParameterModel.ReadAll(scope.Node.Child(Fields.Parameters)));
    private readonly Lazy<IReadOnlyList<string>> _decorators = new(() => [.. DecoratorsOf(scope.Node).Select(d => d.Text)]);

    public Scope Scope { get; } = scope;

    public PythonNode Node => Scope.Node;

    public string Name => Scope.Name;

    public IReadOnlyList<ParameterModel> Parameters => _parameters.Value;

    /// <summary>The decorators' expressions as written.</summary>
    public IReadOnlyList<string> Decorators => _decorators.Value;

    /// <summary>The scope of the class that it is a method of.</summary>
    public Scope? Class
    {
        get
        {
            var around = Scope.Parent;
            while (around?.Kind == ScopeKind.TypeParameters) around = around.Parent;
            return Scope.Kind == ScopeKind.Function && around?.Kind == ScopeKind.Class ? around : null;
        }
    }

    public bool IsStatic => Has("staticmethod");

    public bool IsClassMethod => Has("classmethod") || Name is "__new__" or "__init_subclass__" or "__class_getitem__";

    public bool IsProperty => Has("property") || Has("cached_property") || Has("abstractproperty") || IsAccessor;

    /// <summary>A setter, getter or deleter of a property defined before.</summary>
    public bool IsAccessor => Decorators.Any(d => d.EndsWith(".setter", StringComparison.Ordinal) || d.EndsWith(".getter", StringComparison.Ordinal) || d.EndsWith(".deleter", StringComparison.Ordinal));

    public bool IsContextManager => Has("contextmanager") || Has("asynccontextmanager");

    public bool IsAsync => Node.Unit.Tree.Text(Node.Index).StartsWith("async"u8);

    public bool IsGenerator => OwnNodes(Kinds.Yield).Any();

    public PythonNode? ReturnAnnotation => Node.Child(Fields.ReturnType);

    /// <summary>The parameter that stands for the object or class: <c>self</c>, <c>cls</c>.</summary>
    public ParameterModel? Receiver => Class is not null && (!IsStatic || Name == "__new__") && Parameters.Count > 0 && Parameters[0].Kind <= ParameterKind.Normal ? Parameters[0] : null;

    /// <summary>The nodes of a kind in the body, without those of functions and classes inside.</summary>
    public IEnumerable<PythonNode> OwnNodes(ushort kind)
    {
        if (Node.Child(Fields.Body) is not { } body) yield break;
        var tree = Node.Unit.Tree;
        var end = tree.Nodes[body.Index].Next;
        for (var at = body.Index; at < end;)
        {
            var here = tree.Nodes[at].Kind;
            if (here == kind) yield return Node.Unit[at];
            var isNested = here == Kinds.FunctionDefinition || here == Kinds.ClassDefinition || here == Kinds.Lambda;
            at = isNested ? tree.Nodes[at].Next : at + 1;
        }
    }

    public static IEnumerable<PythonNode> DecoratorsOf(PythonNode definition) =>
        definition.WithDecorators.Children.Where(c => c.Is(Kinds.Decorator)).Select(d => d.FirstChild).OfType<PythonNode>();

    public bool Has(string decorator) => Decorators.Any(d => d == decorator || d.EndsWith("." + decorator, StringComparison.Ordinal));
}
