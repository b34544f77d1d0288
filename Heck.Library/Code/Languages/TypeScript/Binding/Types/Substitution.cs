using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Puts types in place of type parameters, and joins types.</summary>
internal sealed class Substitution(TsProgram program)
{
    public TsType Apply(TsType type, TypeMapper mapper)
    {
        if (mapper.IsIdentity) return type;
        return type switch
        {
            ParameterType p => mapper.Find(p.Symbol) ?? type,
            InstanceType { Arguments.Count: > 0 } i => Each(i.Arguments, mapper) is { } arguments ? new InstanceType(i.Symbol, arguments) : type,
            ObjectType o => Compose(o.Mapper, mapper, o.Node) is var inner && !ReferenceEquals(inner, o.Mapper) ? new ObjectType(o.Node, inner) : type,
            FunctionType f => Compose(f.Mapper, mapper, f.Nodes[0]) is var inner && !ReferenceEquals(inner, f.Mapper) ? new FunctionType(f.Nodes, inner) : type,
            MappedType m => Compose(m.Mapper, mapper, m.Signature) is var inner && !ReferenceEquals(inner, m.Mapper) ? new MappedType(m.Signature, inner) : type,
            TupleType t => Each(t.Elements, mapper) is { } elements ? new TupleType(elements) : type,
            UnionType u => Each(u.Types, mapper) is { } parts ? Union(parts) : type,
            IntersectionType i => Each(i.Types, mapper) is { } parts ? new IntersectionType(parts) : type,
            KeyOfType k => new KeyOfType(Apply(k.Of, mapper)),
            LookupType l => program.Types.Nodes.Lookup(Apply(l.Owner, mapper), Apply(l.Key, mapper)),
            ViewType v => new ViewType(Apply(v.Source, mapper), v.Keys is null ? null : Apply(v.Keys, mapper), v.Without),
            ConditionalType c => program.Types.Conditionals.Evaluate(c.Node, Compose(c.Mapper, mapper, c.Node)),
            DeferredType d => Each(d.Arguments, mapper) is { } arguments ? new DeferredType(d.Alias, arguments) : type,
            _ => type,
        };
    }

    /// <summary>Maps the type parameters of a declaration to arguments; what is not given gets its default, or <paramref name="missing"/>.</summary>
    public TypeMapper Map(IReadOnlyList<TsSymbol> parameters, IReadOnlyList<TsType> arguments, Func<TsSymbol, TsType>? missing = null)
    {
        if (parameters.Count == 0) return TypeMapper.Identity;
        var map = new Dictionary<TsSymbol, TsType>();
        for (var i = 0; i < parameters.Count; i++)
        {
            if (i < arguments.Count) map[parameters[i]] = arguments[i];
            else if (program.Types.Nodes.DefaultOf(parameters[i]) is { } fallback) map[parameters[i]] = Apply(fallback, new TypeMapper(new(map)));
            else if (missing is not null) map[parameters[i]] = missing(parameters[i]);
        }

        return new TypeMapper(map);
    }

    public static TsType Union(IEnumerable<TsType> types)
    {
        var parts = new List<TsType>();
        foreach (var part in types.SelectMany(t => t is UnionType u ? u.Types : [t]))
        {
            if (part is PrimitiveType { Name: "never" } || parts.Exists(p => Same(p, part))) continue;
            parts.Add(part);
        }

        return parts.Count switch { 0 => TsType.Never, 1 => parts[0], _ => new UnionType(parts) };
    }

    /// <summary>Whether two types are evidently one; false when in doubt.</summary>
    public static bool Same(TsType a, TsType b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (PrimitiveType x, PrimitiveType y) => x.Name == y.Name,
        (LiteralType x, LiteralType y) => x.Text == y.Text && x.IsString == y.IsString && x.Member == y.Member,
        (InstanceType x, InstanceType y) => x.Symbol == y.Symbol && x.Arguments.Count == y.Arguments.Count && x.Arguments.Zip(y.Arguments).All(p => Same(p.First, p.Second)),
        (ParameterType x, ParameterType y) => x.Symbol == y.Symbol,
        (NamedValueType x, NamedValueType y) => x.Symbol == y.Symbol,
        (ObjectType x, ObjectType y) => x.Node == y.Node && ReferenceEquals(x.Mapper, y.Mapper),
        (FunctionType x, FunctionType y) => x.Nodes[0] == y.Nodes[0] && ReferenceEquals(x.Mapper, y.Mapper),
        (ExternalType x, ExternalType y) => x.From == y.From,
        (ModuleType x, ModuleType y) => x.Module == y.Module,
        _ => false,
    };

    /// <summary>Takes null and undefined away.</summary>
    public static TsType NonNull(TsType type) => type is UnionType u ? Union(u.Types.Where(t => t is not PrimitiveType { IsNullish: true })) : type;

    /// <summary>The types with the mapper applied; null when it changes none of them.</summary>
    private TsType[]? Each(IReadOnlyList<TsType> types, TypeMapper mapper)
    {
        TsType[]? applied = null;
        for (var i = 0; i < types.Count; i++)
        {
            var type = Apply(types[i], mapper);
            if (!ReferenceEquals(type, types[i])) (applied ??= [.. types])[i] = type;
        }

        return applied;
    }

    /// <summary>
    /// What type parameters stand for in a written type: first by <paramref name="mine"/>, then by <paramref name="after"/>; the former itself when that changes nothing. Of the
    /// latter only parameters are taken over that can be named there: otherwise each use of a generic would add to types that have nothing to do with it.
    /// </summary>
    public TypeMapper Compose(TypeMapper mine, TypeMapper after, TsNode written)
    {
        Dictionary<TsSymbol, TsType>? map = null;
        foreach (var (parameter, type) in mine.All)
        {
            var applied = Apply(type, after);
            if (!ReferenceEquals(applied, type)) (map ??= mine.Copy())[parameter] = applied;
        }

        foreach (var (parameter, type) in after.All)
        {
            if (mine.Find(parameter) is null && MayBeNamedIn(written, parameter)) (map ??= mine.Copy())[parameter] = type;
        }

        return map is null ? mine : new TypeMapper(map);
    }

    private static bool MayBeNamedIn(TsNode written, TsSymbol parameter) => parameter.Declarations.Exists(d => ScopeOf(d.Node) is not { Exists: true } scope
        || (scope.File == written.File && scope.Start <= written.Start && written.End <= scope.End));

    private static TsNode ScopeOf(TsNode parameter) => parameter.Kind switch
    {
        K.TypeParameter => parameter.Parent.Parent,
        K.MappedTypeClause => parameter.Parent,
        _ => default,
    };
}
