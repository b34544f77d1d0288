using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    private static PythonNode? AnnotationOf(Declaration declaration) => declaration.Kind switch
    {
        DeclarationKind.Assignment when declaration.Name.Field == Fields.Left => AliasMark(declaration.Origin.Child(Fields.Type)),
        _ => null,
    };

    /// <summary><c>X: TypeAlias = …</c> and <c>X: Final = …</c> say nothing of the type.</summary>
    private static PythonNode? AliasMark(PythonNode? annotation) =>
        annotation is { } type && (type.Text.EndsWith("TypeAlias", StringComparison.Ordinal) || type.Text.EndsWith("Final", StringComparison.Ordinal)) ? null : annotation;

    private PythonType OfDeclaration(Declaration declaration) => declaration.Kind switch
    {
        DeclarationKind.Assignment or DeclarationKind.Walrus => OfAssigned(declaration),
        DeclarationKind.Class => declaration.Name.File.ScopeOf(declaration.Origin) is { } scope ? new PythonType.Class(Classes.Of(scope)) : PythonType.Unknown,
        DeclarationKind.Function => declaration.Name.File.ScopeOf(declaration.Origin) is { } scope ? new PythonType.Function(new FunctionModel(scope)) : PythonType.Unknown,
        DeclarationKind.Parameter => OfParameter(declaration),
        DeclarationKind.Import => OfImport(declaration),
        DeclarationKind.FromImport => TypeOf(Names.Imported(declaration.Origin, ImportedName(declaration.Name))),
        DeclarationKind.For => Destructure(declaration.Name, declaration.Origin, IterableItem(declaration.Origin)),
        DeclarationKind.With => OfWith(declaration),
        DeclarationKind.Except => OfExcept(declaration.Origin),
        DeclarationKind.Match => OfCapture(declaration.Name),
        DeclarationKind.TypeAlias => Of(declaration.Origin.Child(Fields.Right)),
        DeclarationKind.Delete or DeclarationKind.AugmentedAssignment => PythonType.Never,
        _ => PythonType.Unknown,
    };

    private PythonType OfAssigned(Declaration declaration)
    {
        var origin = declaration.Origin;
        if (declaration.Kind == DeclarationKind.Walrus) return Of(origin.Child(Fields.Value));
        if (origin.Child(Fields.Right) is not { } value) return PythonType.Never;
        return Destructure(declaration.Name, origin, Of(value));
    }

    /// <summary>The part of a value that a name in a target receives: the path from the whole target down to the name.</summary>
    private PythonType Destructure(PythonNode name, PythonNode origin, PythonType value)
    {
        var path = new Stack<PythonNode>();
        for (var node = name; node != origin && node.Field != Fields.Left; node = node.Parent!.Value) path.Push(node);
        var type = value;
        foreach (var step in path)
        {
            if (step.Parent is { } list && (list.Is(Kinds.ListSplatPattern) || list.Is(Kinds.ListSplat))) return Sequence([type]);
            type = PartOf(step, type);
        }

        return type;
    }

    private PythonType PartOf(PythonNode element, PythonType whole)
    {
        var siblings = element.Parent!.Value.Children.ToList();
        var isFixed = !siblings.Exists(s => s.Is(Kinds.ListSplatPattern) || s.Is(Kinds.ListSplat));
        return whole is PythonType.Container { Kind: ContainerKind.Tuple } tuple && isFixed && tuple.Items.Count == siblings.Count
            ? tuple.Items[siblings.IndexOf(element)]
            : ItemOf(whole);
    }

    private PythonType IterableItem(PythonNode loop)
    {
        var iterables = loop.ChildrenIn(Fields.Right).ToList();
        var item = iterables.Count == 1 ? ItemOf(Of(iterables[0])) : PythonType.Union(iterables.Select(i => Of(i)));
        return item;
    }

    private PythonType OfParameter(Declaration declaration)
    {
        if (declaration.Name.File.ScopeOf(HolderOf(declaration.Origin)) is not { } scope) return PythonType.Unknown;
        var function = new FunctionModel(scope);
        if (function.Parameters.FirstOrDefault(p => p.Name == declaration.Name) is not { } parameter) return PythonType.Unknown;
        var declared = parameter.Annotation is { } annotation ? OfAnnotation(annotation) : scope.Kind == ScopeKind.Lambda ? Given(scope.Node, function.Parameters.ToList().IndexOf(parameter)) : PythonType.Unknown;
        if (parameter.Kind == ParameterKind.Rest) return Sequence([declared]);
        if (parameter.Kind == ParameterKind.Keywords) return new PythonType.Container(ContainerKind.Mapping, [PythonType.Plain, declared]);
        return parameter.Annotation is null && function.Class is { } holder && parameter == function.Receiver ? Receiver(function, holder) : declared;
    }

    /// <summary>What <c>sorted</c>, <c>map</c> and their like give to a lambda; in a class, its <c>self</c> is the object.</summary>
    private PythonType Given(PythonNode lambda, int index)
    {
        if (index == 0 && lambda.File.ScopeOf(lambda) is { Parent: { Kind: ScopeKind.Class } holder } scope && scope.Variables.ContainsKey("self")) return new PythonType.Instance(Classes.Of(holder));
        var argument = lambda.Parent is { } parent && parent.Is(Kinds.KeywordArgument) ? parent : lambda;
        if (argument.Parent is not { } list || !list.Is(Kinds.ArgumentList) || list.Parent?.Child(Fields.Function) is not { } callee) return PythonType.Unknown;
        var arguments = list.Children.ToList();
        if (argument != lambda)
        {
            if (argument.Child(Fields.Name)?.Text != "key" || index != 0) return PythonType.Unknown;
            if (callee.Is(Kinds.Attribute) && callee.Child(Fields.Attribute)?.Text == "sort") return ItemOf(Of(callee.Child(Fields.Object)));
            return callee.Text is "sorted" or "min" or "max" or "itertools.groupby" or "groupby" ? ItemOf(Of(arguments[0])) : PythonType.Unknown;
        }

        return callee.Text is "map" or "filter" && arguments[0] == lambda && index + 1 < arguments.Count ? ItemOf(Of(arguments[index + 1])) : PythonType.Unknown;
    }

    private PythonType Receiver(FunctionModel function, Scope holder)
    {
        var of = Classes.Of(holder);
        return function.IsClassMethod || of.IsMetaclass ? new PythonType.Class(of) : new PythonType.Instance(of);
    }

    private static PythonNode HolderOf(PythonNode parameter) => parameter.Parent!.Value.Parent!.Value;

    private PythonType OfImport(Declaration declaration)
    {
        var isAlias = declaration.Name.Field == Fields.Alias;
        var dotted = isAlias ? declaration.Name.Parent!.Value.Child(Fields.Name)!.Value : declaration.Name.Parent!.Value;
        return TypeOf(Names.ImportedModule(dotted, isAlias ? int.MaxValue : 1));
    }

    /// <summary>The name before <c>as</c> of what a <c>from</c> import binds.</summary>
    public static string ImportedName(PythonNode bound) => bound.Field == Fields.Alias ? bound.Parent!.Value.Child(Fields.Name)!.Value.Text : bound.Text;

    private PythonType OfWith(Declaration declaration)
    {
        var pattern = declaration.Origin;
        var entered = Entered(Of(pattern.FirstChild));
        var target = pattern.Child(Fields.Alias)!.Value;
        return target.FirstChild == declaration.Name ? entered : Destructure(declaration.Name, target.FirstChild!.Value, entered);
    }

    private PythonType Entered(PythonType manager) => manager switch
    {
        PythonType.Container { Kind: ContainerKind.Manager } container => container.Item,
        PythonType.Instance => MemberOf(manager, "__enter__") is PythonType.Function(var enter, _) ? ReturnOf(enter, manager)
            : MemberOf(manager, "__aenter__") is PythonType.Function(var aenter, _) ? Awaited(ReturnOf(aenter, manager)) : PythonType.Unknown,
        PythonType.External { IsClosed: true } or PythonType.External { IsInstance: true } => manager,
        _ => PythonType.Unknown,
    };

    private PythonType OfExcept(PythonNode origin)
    {
        var caught = origin.Is(Kinds.AsPattern) ? origin.FirstChild : origin.Child(Fields.Value);
        if (caught is not { } node) return PythonType.Unknown;
        return PythonType.Union((node.Is(Kinds.Tuple) ? node.Children : [node]).Select(c => InstanceOf(Of(c))));
    }

    private PythonType OfCapture(PythonNode name)
    {
        var holder = name.Is(Kinds.Identifier) && name.Parent is { } parent && parent.Is(Kinds.AsPattern) ? parent : (PythonNode?)null;
        return holder?.FirstChild?.FirstChild is { } pattern && pattern.Is(Kinds.ClassPattern) ? InstanceOf(Of(pattern.FirstChild)) : PythonType.Unknown;
    }

    private static PythonType InstanceOf(PythonType type) => type switch
    {
        PythonType.Class(var of) => new PythonType.Instance(of),
        PythonType.External { IsInstance: false } external => external with { IsInstance = true },
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(InstanceOf)),
        _ => PythonType.Unknown,
    };
}
