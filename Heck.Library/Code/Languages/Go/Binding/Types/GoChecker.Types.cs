using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <content>Types as they are written, and what lies under a named one.</content>
internal sealed partial class GoChecker
{
    private readonly Dictionary<GoObject, IReadOnlyList<GoObject>> _typeParameters = [];
    private readonly HashSet<GoObject> _beingRead = [];

    /// <summary>The type that a node writes.</summary>
    public GoType Read(GoNode node) => Of(node).Type;

    private GoType? ReadWritten(GoNode node) => node.Kind switch
    {
        K.PointerType => new GoType.Pointer(Read(node.FirstNamed)),
        K.ParenthesizedType => Read(node.FirstNamed),
        K.NegatedType => Read(node.FirstNamed),
        K.SliceType => new GoType.Slice(Read(node.Get(F.Element))),
        K.ArrayType or K.ImplicitLengthArrayType => new GoType.Array(Read(node.Get(F.Element))) { Length = node.Get(F.Length) is { Kind: K.IntLiteral } length ? length.Text : null },
        K.MapType => new GoType.Map(Read(node.Get(F.Key)), Read(node.Get(F.Value))),
        K.ChannelType => new GoType.Channel(Read(node.Get(F.Value))) { Direction = !node.Has("<-"u8) ? "chan" : node.Text[0] == '<' ? "<-chan" : "chan<-" },
        K.FunctionType => Signature(node),
        K.StructType => new GoType.Struct(node, Substitution.Empty),
        K.InterfaceType => new GoType.Interface(node, Substitution.Empty),
        K.TypeElem or K.TypeConstraint => node.Named.Skip(1).Any() ? new GoType.Unknown("a union of types") : Read(node.FirstNamed),
        _ => null,
    };

    /// <summary>The type that a type's name stands for, without arguments: an alias' target, or the type with its own parameters.</summary>
    public GoType TypeFor(GoObject type)
    {
        var targets = type.Declarations.Select(d => d.Declaration.Kind == K.TypeAlias ? d.Declaration.Get(F.Type) : default).ToList();
        if (targets.TrueForAll(t => t.IsNone)) return new GoType.Named(type, [.. TypeParameters(type).Select(p => new GoType.Parameter(p))]);
        return targets.Exists(t => t.IsNone) ? new GoType.Unknown($"{type.Name} is an alias on some systems only") : Agreed(targets.Select(Read), type);
    }

    /// <summary>The type parameters that a type, function or method declares.</summary>
    public IReadOnlyList<GoObject> TypeParameters(GoObject declared)
    {
        if (_typeParameters.TryGetValue(declared, out var known)) return known;
        var scopes = declared.File.Scopes;
        return _typeParameters[declared] = declared.Kind == ObjectKind.Method
            ? [.. (scopes.Opened(declared.Declaration)?.Objects ?? []).Where(o => o.Kind == ObjectKind.TypeParameter).OrderBy(o => o.Position)]
            : [.. declared.Declaration.Get(F.TypeParameters).Named.SelectMany(d => d.All(F.Name)).Select(scopes.DeclaredAt).OfType<GoObject>()];
    }

    /// <summary>A type with arguments in brackets.</summary>
    private static GoType Instantiate(GoType generic, IReadOnlyList<GoType> arguments) => generic switch
    {
        GoType.Named(var of, _) => new GoType.Named(of, arguments),
        GoType.External(var path, var name, _) => new GoType.External(path, name, arguments),
        GoType.Function f => Substitution.Of(f.TypeParameters, arguments).Apply(f),
        GoType.Unknown => generic,
        _ => new GoType.Unknown("type arguments of what has no parameters"),
    };

    private List<GoType> Arguments(GoNode list) => [.. list.Named.Select(Read)];

    /// <summary>What lies under a named type or a type parameter.</summary>
    public GoType Underlying(GoType type)
    {
        for (var steps = 0; steps < 100; steps++)
        {
            var next = type switch
            {
                GoType.Named named => Agreed(UnderlyingParts(named), named.Object),
                GoType.Parameter(var parameter) => Core(parameter),
                GoType.External { Arguments.Count: 0 } external => StandardApi.Underlying(external.Full) ?? type,
                _ => type,
            };
            if (ReferenceEquals(next, type) || next == type) return type;
            type = next;
        }

        return new GoType.Unknown("a type that contains itself");
    }

    /// <summary>What each declaration of a named type writes.</summary>
    public IEnumerable<GoType> UnderlyingParts(GoType.Named named) =>
        named.Object.Declarations.Select(d => Substitution.Of(TypeParameters(d), named.Arguments).Apply(Read(d.Declaration.Get(F.Type))));

    /// <summary>The constraint of a type parameter.</summary>
    public GoType Constraint(GoObject parameter)
    {
        if (parameter.Declaration.Kind == K.TypeParameterDeclaration) return Read(parameter.Declaration.Get(F.Type));
        return parameter.File.Scopes.DeclaredAt(parameter.Declaration.Get(F.Name))?.Owner is { } owner && TypeParameters(owner).ElementAtOrDefault(parameter.Position) is { } declared
            ? Constraint(declared)
            : new GoType.Unknown("its type parameters are not known");
    }

    /// <summary>The one type that a constraint allows, if it is one.</summary>
    private GoType Core(GoObject parameter)
    {
        if (!_beingRead.Add(parameter)) return new GoType.Unknown("a constraint that depends on itself");
        var core = CoreOf(parameter);
        _beingRead.Remove(parameter);
        return core;
    }

    private GoType CoreOf(GoObject parameter)
    {
        var constraint = Constraint(parameter);
        var type = Underlying(constraint);
        if (type is GoType.Interface(var node, var by))
        {
            var elements = node.All(K.TypeElem).ToList();
            if (elements.Count == 1 && !elements[0].Named.Skip(1).Any() && by.Apply(Read(elements[0])) is var element && Underlying(element) is not (GoType.Interface or GoType.Unknown) and var core) return core;
            return new GoType.Parameter(parameter);
        }

        return type is GoType.Unknown or GoType.Basic or GoType.External ? new GoType.Parameter(parameter) : type;
    }

    private static GoType Agreed(IEnumerable<GoType> types, GoObject of)
    {
        GoType? first = null;
        foreach (var type in types)
        {
            if (first is null) first = type;
            else if (TypeIdentity.Same(first, type) != true) return new GoType.Unknown($"{of.Name} is declared with different types for different systems");
        }

        return first ?? new GoType.Unknown("broken code");
    }

    public IReadOnlyList<GoType> ResultsOf(GoNode function) => Signature(function).Results;

    private GoType.Function Signature(GoNode function, IReadOnlyList<GoObject>? typeParameters = null)
    {
        var parameters = function.Get(F.Parameters);
        var result = function.Get(F.Result);
        var results = result.Kind == K.ParameterList ? ParameterTypes(result) : result.Exists ? [Read(result)] : [];
        return new GoType.Function(ParameterTypes(parameters), results, parameters.Named.Any(p => p.Kind == K.VariadicParameterDeclaration), typeParameters ?? []);
    }

    private List<GoType> ParameterTypes(GoNode list) =>
        [.. list.Named.Where(p => p.Kind is K.ParameterDeclaration or K.VariadicParameterDeclaration).SelectMany(p => Enumerable.Repeat(ParameterType(p), Math.Max(1, p.All(F.Name).Count())))];

    private GoType ParameterType(GoNode parameter) =>
        Parameters.Unread(parameter) is { Exists: true } next ? ParameterType(next) : parameter.Kind == K.VariadicParameterDeclaration ? new GoType.Slice(Read(parameter.Get(F.Type))) : Read(parameter.Get(F.Type));
}
