using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Modules;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    private PythonType OfAttribute(PythonNode attribute)
    {
        var isType = attribute.Is(Kinds.MemberType);
        var name = isType ? attribute.LastChild : attribute.Child(Fields.Attribute);
        var owner = isType ? attribute.FirstChild : attribute.Child(Fields.Object);
        return name is { } member && member.File.SiteOf(member) is { } site ? MemberOf(Of(owner), site.Scope.Mangle(member.Text)) : PythonType.Unknown;
    }

    /// <summary>A dotted name of a pattern.</summary>
    private PythonType OfDotted(PythonNode dotted)
    {
        var parts = dotted.Children.ToList();
        return parts.Skip(1).Aggregate(Of(parts[0]), (owner, part) => MemberOf(owner, part.Text));
    }

    /// <summary>What a member of a value holds.</summary>
    public PythonType MemberOf(PythonType owner, string name) => owner switch
    {
        PythonType.Module(var module) => MemberOfModule(module, name),
        PythonType.Class(var of) => of.IsEnumMember(name) ? new PythonType.Instance(of) : Unwrapped(MemberOf(of, name, isExact: false), null),
        PythonType.Instance(var of, _) when of.IsNamedTuple && name == "_replace" => new PythonType.Gives(owner),
        PythonType.Instance(var of, var isExact) => name == "__class__" ? new PythonType.Class(of) : Unwrapped(MemberOf(of, name, isExact), owner),
        PythonType.Super(var of) => Unwrapped(of.Order.Skip(1).FirstOrDefault(c => c.Members.ContainsKey(name)) is { } holder ? OwnMember(holder, name) : PythonType.Unknown, owner),
        PythonType.External { IsClosed: true } => owner,
        PythonType.External { From: "argparse.ArgumentParser", IsInstance: true } when name is "parse_args" or "parse_known_args" => new PythonType.Gives(new PythonType.External("argparse.Namespace", IsInstance: true)),
        PythonType.External { IsInstance: false } external => new PythonType.External($"{external.From}.{name}", ExternalNames.IsClosed(external.From)),
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(p => MemberOf(p, name))),
        PythonType.Container { Kind: ContainerKind.Mapping, Items: [var key, var value] } => OfMappingMethod(key, value, name),
        PythonType.Container { Kind: ContainerKind.Sequence } => name is "pop" or "copy" ? new PythonType.Gives(name == "pop" ? ItemOf(owner) : owner) : PythonType.Unknown,
        PythonType.NeverType => owner,
        _ => PythonType.Unknown,
    };

    private static PythonType OfMappingMethod(PythonType key, PythonType value, string name) => name switch
    {
        "get" or "pop" or "setdefault" => new PythonType.Gives(value),
        "keys" => new PythonType.Gives(Sequence([key])),
        "values" => new PythonType.Gives(Sequence([value])),
        "items" => new PythonType.Gives(Sequence([new PythonType.Container(ContainerKind.Tuple, [key, value])])),
        _ => PythonType.Unknown,
    };

    private PythonType MemberOfModule(PythonModule module, string name) => TypeOf(Names.InModule(module, name));

    /// <summary>An attribute without annotation holds whatever any class of the object assigns to it.</summary>
    private PythonType MemberOf(ClassModel of, string name, bool isExact)
    {
        if (of.Owner(name) is not { } holder) return PythonType.Unknown;
        var own = OwnMember(holder, name);
        if (own is PythonType.Function or PythonType.Class || IsAnnotated(holder, name)) return own;
        var others = of.Order.Concat(isExact ? [] : Hierarchy.DerivedFrom(of)).Where(c => c != holder && c.Members.ContainsKey(name));
        return PythonType.Union(others.Select(c => OwnMember(c, name)).Prepend(own));
    }

    private static bool IsAnnotated(ClassModel of, string name) => of.Members[name].Exists(IsAnnotated);

    private static bool IsAnnotated(PythonNode name) => name.Ancestor(Kinds.Assignment, Kinds.Block) is { } assignment
        && assignment.Is(Kinds.Assignment) && assignment.Child(Fields.Type) is { } type && AliasMark(type) is not null;

    /// <summary>What a class's own bindings of a member hold: its annotation, or whatever is assigned.</summary>
    private PythonType OwnMember(ClassModel of, string name) => _guard.Compute((of, name), () =>
    {
        var declared = of.Scopes.Select(s => s.Variables.GetValueOrDefault(name)).OfType<Variable>().ToList();
        var isAnnotated = declared.Exists(v => v.Declarations.Any(d => AnnotationOf(d) is not null));
        if (isAnnotated) return PythonType.Union(declared.Select(TypeOf));
        var assigned = of.Members[name].Where(m => m.Parent is { } parent && parent.Is(Kinds.Attribute)).ToList();
        if (assigned.Find(IsAnnotated) is { Unit: not null } annotated) return OfAssignedAttribute(annotated);
        return WithAdded(PythonType.Union(declared.Select(TypeOf).Concat(assigned.Select(OfAssignedAttribute))), () => UsesInMethods(of, name));
    });

    private PythonType OfAssignedAttribute(PythonNode name)
    {
        var attribute = name.Parent!.Value;
        if (attribute.Ancestor(Kinds.Assignment, Kinds.AugmentedAssignment, Kinds.ForStatement, Kinds.AsPattern, Kinds.Block) is not { } origin) return PythonType.Unknown;
        if (origin.Is(Kinds.AugmentedAssignment)) return PythonType.Never;
        if (origin.Is(Kinds.ForStatement)) return Destructure(attribute, origin, IterableItem(origin));
        if (!origin.Is(Kinds.Assignment)) return PythonType.Unknown;
        if (origin.Child(Fields.Type) is { } annotation) return OfAnnotation(annotation);
        return origin.Child(Fields.Right) is { } value ? Destructure(attribute, origin, Of(value)) : PythonType.Never;
    }

    /// <summary>A function taken from an object (null: from a class) is bound, a property gives its value.</summary>
    private PythonType Unwrapped(PythonType member, PythonType? instance) => member switch
    {
        PythonType.Function(var function, _) when function.IsProperty => instance is not null ? ReturnOf(function, instance) : PythonType.Unknown,
        PythonType.Function(var function, _) when instance is not null || function.IsClassMethod => new PythonType.Function(function, IsBound: true),
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(p => Unwrapped(p, instance))),
        _ => member,
    };
}
