using Heck.Code.Languages.TypeScript.Binding.Names;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Finds whose property a name is on a type.</summary>
internal sealed class PropertyLookup(TsProgram program)
{
    /// <summary>Types nested deeper than this in bases and aliases are given up.</summary>
    private const int DeepestSearch = 40;

    private int _depth;

    private TypeChecker Types => program.Types;

    public Property Find(TsType type, string name)
    {
        program.Step();
        if (_depth > DeepestSearch)
        {
            Types.Nodes.IsHalfway();
            return Property.Unknown("its type is nested too deeply");
        }

        _depth++;
        try
        {
            return FindIn(type, name);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The type of <c>value[key]</c> for a key that is no known name.</summary>
    public TsType ElementOf(TsType type, TsType key)
    {
        switch (type)
        {
            case TupleType tuple when key is LiteralType { IsString: false } number && int.TryParse(number.Text, out var at) && at < tuple.Elements.Count: return tuple.Elements[at];
            case TupleType tuple: return Substitution.Union(tuple.Elements);
            case InstanceType { Symbol: { IsLibrary: true, Name: "Array" or "ReadonlyArray" } } array: return array.Arguments[0];
            case UnionType union: return Substitution.Union(Substitution.NonNull(union) is UnionType u ? u.Types.Select(t => ElementOf(t, key)) : [ElementOf(Substitution.NonNull(union), key)]);
            case PrimitiveType { Name: "string" } or LiteralType { IsString: true }: return TsType.String;
            case ViewType { Source: InstanceType } view: return ElementOf(view.Source, key);
            case DeferredType deferred: return ElementOf(Types.Nodes.Expanded(deferred), key);
            case ParameterType parameter when Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint: return ElementOf(constraint, key);
            case ExternalType: return type;
            case EnumType or NamedValueType { Symbol.Kind: "enum" }: return TsType.String;
            default: return IndexSignatureOf(type) ?? new UnknownType("an element is reached by a computed key");
        }
    }

    /// <summary>The member symbol's type as seen through an instance's type arguments.</summary>
    public TsType TypeOfMember(TsSymbol member, TypeMapper mapper) => Types.Substitution.Apply(Types.Symbols.TypeOf(member), mapper);

    private Property FindIn(TsType type, string name)
    {
        switch (type)
        {
            case CastType cast: return Find(cast.Inner, name) is { Certainty: Certainty.Found } found ? found : Property.Unknown(cast.Why);
            case UnknownType unknown: return Property.Unknown(unknown.Why);
            case ExternalType external: return Property.Outside(external.From);
            case InstanceType instance: return InInstance(instance, name);
            case NamedValueType value: return InValue(value.Symbol, name);
            case ModuleType module: return OfTarget(program.Modules.FindExport(module.Module, name), name);
            case ObjectType literal: return InObject(literal, name);
            case UnionType union: return InUnion(union, name);
            case IntersectionType intersection: return InIntersection(intersection, name);
            case ParameterType parameter: return Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint ? Find(constraint, name) : Property.Absent;
            case ViewType view: return InView(view, name);
            case MappedType mapped: return InMapped(mapped, name);
            case DeferredType deferred: return Find(Types.Nodes.Expanded(deferred), name);
            case FunctionType function: return OfFunction(program.SetProperties.On(function), name);
            case TupleType tuple: return Find(Types.Nodes.ArrayOf(Substitution.Union(tuple.Elements)), name);
            case LookupType lookup: return InLookup(lookup, name);
            case EnumType or PrimitiveType or LiteralType or KeyOfType: return InPrimitive(type, name);
            default: return Property.Unknown("its type is not followed");
        }
    }

    private Property InPrimitive(TsType type, string name) => type switch
    {
        PrimitiveType { Name: "string" } or LiteralType { IsString: true } or KeyOfType => InLibrary("String", [], name),
        PrimitiveType { Name: "number" } or EnumType or LiteralType => InLibrary("Number", [], name),
        PrimitiveType { Name: "boolean" } => InLibrary("Boolean", [], name),
        PrimitiveType { Name: "symbol" } => InLibrary("Symbol", [], name),
        _ => Property.Absent,
    };

    private Property InLibrary(string typeName, TsType[] arguments, string name) =>
        program.Globals.Find(typeName) is { } type ? OrOutside(InInstance(new InstanceType(type, arguments), name)) : Property.Outside("library");

    /// <summary>A program may have set a property on a function from elsewhere, which nothing declares.</summary>
    private Property OfFunction(Dictionary<string, TsSymbol> set, string name) =>
        set.TryGetValue(name, out var known) ? Property.Of(known, Types.Symbols.TypeOf(known))
        : program.Globals.Find("Function") is { } type && program.Members.InstanceOf(type).ContainsKey(name) ? Property.Outside("library") : Property.OnFunction;

    private static Property OrOutside(Property found) => found.Certainty == Certainty.Absent ? Property.Outside("library") : found;

    private Property InInstance(InstanceType instance, string name)
    {
        var mapper = MapperOf(instance);
        if (Types.Heritage.TablesWith(instance.Symbol, name) is { } member) return Property.Of(member, TypeOfMember(member, mapper));
        Property? unclear = null;
        foreach (var baseType in Types.Heritage.InheritedBy(instance.Symbol))
        {
            var inherited = Find(Types.Substitution.Apply(baseType, mapper), name);
            if (inherited.Certainty == Certainty.Found) return inherited;
            if (inherited.Certainty != Certainty.Absent) unclear ??= inherited;
        }

        if (unclear is { } open) return open;
        if (instance.Symbol.IsLibrary) return Property.Outside("library");
        if (IndexSignature(instance.Symbol, mapper) is { } element) return Property.Absent with { Type = element };
        return instance.Symbol.First.Name.File.IsJavaScript ? Property.Added : Property.Absent;
    }

    public TypeMapper MapperOf(InstanceType instance) =>
        instance.Arguments.Count == 0 ? TypeMapper.Identity : Types.Substitution.Map(Types.Nodes.ParametersOf(instance.Symbol), instance.Arguments);

    private Property InValue(TsSymbol symbol, string name)
    {
        if (symbol.Exports.TryGetValue(name, out var exported)) return OfTarget(new Target(exported.Final), name);
        foreach (var declaration in symbol.Declarations)
        {
            if (declaration.Node.Kind.IsClass()) return InClassValue(symbol, name);
        }

        if (symbol.Kind is "function" or "method") return OfFunction(program.SetProperties.On(symbol), name);
        return symbol.IsLibrary ? Property.Outside("library") : Property.Absent;
    }

    private Property InClassValue(TsSymbol symbol, string name)
    {
        if (name == "prototype") return new Property(Certainty.External, [], Types.Nodes.Instance(symbol, []));
        if (program.Members.StaticOf(symbol).TryGetValue(name, out var member)) return Property.Of(member, Types.Symbols.TypeOf(member));
        if (program.SetProperties.On(symbol).TryGetValue(name, out var set)) return Property.Of(set, Types.Symbols.TypeOf(set));
        return Types.Heritage.BaseValueOf(symbol) is { } baseValue ? Find(baseValue, name) : OfFunction([], name);
    }

    private Property OfTarget(Target target, string name)
    {
        if (target.External is { } from) return Property.Outside(from);
        if (target.Module is { } module) return new Property(Certainty.Found, [], new ModuleType(module));
        if (target.Expression.Exists) return new Property(Certainty.Found, [], Types.Expressions.TypeOf(target.Expression));
        if (target.Symbol is not { } symbol) return Property.Unknown($"the module's export {name} was not found");
        return Property.Of(program.Modules.Carrier(symbol), Types.Symbols.TypeOf(symbol));
    }

    private Property InObject(ObjectType literal, string name)
    {
        if (program.Members.OfNode(literal.Node).TryGetValue(name, out var member)) return Property.Of(member, TypeOfMember(member, literal.Mapper));
        Property? unclear = null;
        foreach (var spread in literal.Node.Named.Reverse().Where(m => m.Kind == K.SpreadElement))
        {
            var found = Find(Types.Expressions.TypeOf(spread.FirstNamed), name);
            if (found.Certainty == Certainty.Found) return found;
            if (found.Certainty != Certainty.Absent) unclear ??= found;
        }

        if (unclear is { } open) return open;
        if (IndexSignatureOf(literal) is { } element) return Property.Absent with { Type = element };
        if (HasComputedKey(literal.Node)) return Property.Unknown("the object has computed keys");
        return literal.Node is { Kind: K.Object, File.IsJavaScript: true } ? Property.Added : Property.Absent;
    }

    private bool HasComputedKey(TsNode node) =>
        node.Kind == K.Object && node.Named.Any(m => (m.Get(F.Key) is { Kind: K.ComputedPropertyName } key ? key : m.Get(F.Name)) is { Kind: K.ComputedPropertyName } name
            && name.PropertyName() is null && SymbolKeys.Of(program, name.FirstNamed) is null);

    /// <summary>Where a value may be of several types, each that has the property counts; one that is not known makes all unknown.</summary>
    private Property InUnion(UnionType union, string name)
    {
        var parts = union.Types.Where(t => t is not PrimitiveType { IsNullish: true }).ToList();
        // Beside an object with the property, a function is the alternative that is told apart by not having it.
        if (parts.Exists(t => t is not FunctionType && Find(t, name).Certainty == Certainty.Found)) parts.RemoveAll(t => t is FunctionType);
        var found = parts.ConvertAll(t => Find(t, name));
        if (found.Find(f => f.Certainty == Certainty.Unknown) is { Why: not null } unknown) return unknown;
        var here = found.FindAll(f => f.Certainty == Certainty.Found);
        if (here.Count > 0) return new Property(Certainty.Found, [.. here.SelectMany(f => f.Symbols).Distinct()], Substitution.Union(here.Select(f => f.Type)));
        return found.Find(f => f.Certainty == Certainty.External) is { Certainty: Certainty.External } external ? external : Property.Absent;
    }

    private Property InIntersection(IntersectionType intersection, string name)
    {
        var found = intersection.Types.Select(t => Find(t, name)).ToList();
        var here = found.FindAll(f => f.Certainty == Certainty.Found);
        if (here.Count > 0) return new Property(Certainty.Found, [.. here.SelectMany(f => f.Symbols).Distinct()], here.Count == 1 ? here[0].Type : new IntersectionType([.. here.Select(f => f.Type)]));
        if (found.Find(f => f.Certainty == Certainty.Unknown) is { Why: not null } unknown) return unknown;
        return found.Find(f => f.Certainty == Certainty.External) is { Certainty: Certainty.External } external ? external : Property.Absent;
    }

    private Property InView(ViewType view, string name)
    {
        var listed = view.Keys is null ? true : Lists(view.Keys, name);
        if (listed is { } known && known == view.Without && view.Keys is not null) return Property.Absent;
        return Find(view.Source, name);
    }

    /// <summary>Whether a type of keys holds a name; null when that is not known.</summary>
    private static bool? Lists(TsType keys, string name) => keys switch
    {
        LiteralType literal => literal.Text == name,
        UnionType union when union.Types.All(t => t is LiteralType) => union.Types.Any(t => ((LiteralType)t).Text == name),
        _ => null,
    };

    private Property InMapped(MappedType mapped, string name)
    {
        var clause = mapped.Signature.Get(K.MappedTypeClause);
        if (clause.Get(F.Alias).Exists) return Property.Unknown("a mapped type renames keys");
        if (program.Scopes(clause.File).DeclaredBy(clause.Get(F.Name)) is not { } key) return Property.Unknown("a mapped type is not followed");
        var keys = Types.Substitution.Apply(Types.Nodes.TypeOf(clause.Get(F.Type)), mapped.Mapper);
        var value = Types.Substitution.Apply(Types.Nodes.TypeOf(TypeNodes.AnnotationOf(mapped.Signature)), mapped.Mapper.With(key, new LiteralType(name, isString: true)));
        if (SourceOfKeys(keys) is { } source) return Find(source, name) with { Type = value };
        return Lists(keys, name) is not null || keys is PrimitiveType ? Property.Absent with { Type = value } : Property.Unknown("a mapped type's keys are not known");
    }

    /// <summary>The type whose keys these are, through type parameters that are constrained to keys.</summary>
    private TsType? SourceOfKeys(TsType keys) => keys switch
    {
        KeyOfType of => of.Of,
        ParameterType parameter when Types.Nodes.ConstraintOf(parameter.Symbol) is KeyOfType of => of.Of,
        _ => null,
    };

    private Property InLookup(LookupType lookup, string name)
    {
        if (lookup.Owner is not ParameterType owner || Types.Nodes.ConstraintOf(owner.Symbol) is not { } constraint) return Property.Unknown("a type is looked up by a type parameter");
        var element = Types.Nodes.Lookup(constraint, lookup.Key);
        return element is LookupType ? Property.Unknown("a type is looked up by a type parameter") : Find(element, name);
    }

    private TsType? IndexSignatureOf(TsType type) => type switch
    {
        ObjectType literal => SignatureIn(literal.Node, literal.Mapper),
        InstanceType instance => IndexSignature(instance.Symbol, MapperOf(instance)),
        MappedType mapped => Types.Substitution.Apply(Types.Nodes.TypeOf(TypeNodes.AnnotationOf(mapped.Signature)), mapped.Mapper),
        IntersectionType intersection => intersection.Types.Select(IndexSignatureOf).FirstOrDefault(t => t is not null),
        _ => null,
    };

    private TsType? IndexSignature(TsSymbol symbol, TypeMapper mapper) =>
        symbol.Declarations.Select(d => d.Node.Get(F.Body)).Where(b => b.Kind is K.InterfaceBody or K.ClassBody).Select(b => SignatureIn(b, mapper)).FirstOrDefault(t => t is not null);

    private TsType? SignatureIn(TsNode body, TypeMapper mapper)
    {
        var signature = body.All(K.IndexSignature).FirstOrDefault(s => s.Get(F.IndexType).Exists);
        return signature.Exists ? Types.Substitution.Apply(Types.Nodes.TypeOf(TypeNodes.AnnotationOf(signature)), mapper) : null;
    }
}
