using Heck.Code.Languages.TypeScript.Binding.Scopes;

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
            InstanceType { Arguments.Count: > 0 } i => new InstanceType(i.Symbol, Each(i.Arguments, mapper)),
            ObjectType o => new ObjectType(o.Node, o.Mapper.Then(mapper, Apply)),
            FunctionType f => new FunctionType(f.Nodes, f.Mapper.Then(mapper, Apply)),
            MappedType m => new MappedType(m.Signature, m.Mapper.Then(mapper, Apply)),
            TupleType t => new TupleType(Each(t.Elements, mapper)),
            UnionType u => Union(Each(u.Types, mapper)),
            IntersectionType i => new IntersectionType(Each(i.Types, mapper)),
            KeyOfType k => new KeyOfType(Apply(k.Of, mapper)),
            LookupType l => program.Types.Nodes.Lookup(Apply(l.Owner, mapper), Apply(l.Key, mapper)),
            ViewType v => new ViewType(Apply(v.Source, mapper), v.Keys is null ? null : Apply(v.Keys, mapper), v.Without),
            ConditionalType c => program.Types.Conditionals.Evaluate(c.Node, c.Mapper.Then(mapper, Apply)),
            DeferredType d => new DeferredType(d.Alias, Each(d.Arguments, mapper)),
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

    private TsType[] Each(IReadOnlyList<TsType> types, TypeMapper mapper) => [.. types.Select(t => Apply(t, mapper))];
}
