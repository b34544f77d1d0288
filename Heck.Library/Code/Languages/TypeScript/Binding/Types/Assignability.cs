using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Whether a type can stand for another, as a conditional type asks: yes, no, or null where that is not evident.</summary>
/// <param name="program">The program.</param>
/// <param name="open">Type parameters that the test infers: anything can stand for them.</param>
internal sealed class Assignability(TsProgram program, IReadOnlyCollection<TsSymbol> open)
{
    private const int Deepest = 4;

    public bool? Of(TsType given, TsType wanted) => Of(given, wanted, 0);

    private bool? Of(TsType given, TsType wanted, int depth)
    {
        if (depth > Deepest) return null;
        (given, wanted) = (program.Types.Nodes.Expanded(given), program.Types.Nodes.Expanded(wanted));
        switch (given, wanted)
        {
            case (_, ParameterType p) when open.Contains(p.Symbol): return program.Types.Nodes.ConstraintOf(p.Symbol) is { } constraint ? Of(given, constraint, depth + 1) : true;
            case (_, PrimitiveType) when IsTop(given, wanted): return true;
        }

        if (ReferenceEquals(wanted, TsType.Any)) return given is UninferredType ? null : true;
        if (Substitution.Same(given, wanted)) return true;
        switch (given, wanted)
        {
            case (UnionType union, _): return All(union.Types.Select(t => Of(t, wanted, depth)));
            case (_, UnionType union): return Any(union.Types.Select(t => Of(given, t, depth)));
            case (_, IntersectionType intersection): return All(intersection.Types.Select(t => Of(given, t, depth)));
            case (UnknownType or ExternalType or ParameterType or LookupType or KeyOfType or MappedType or ViewType or IntersectionType, _): return null;
            case (_, UnknownType or ExternalType or ParameterType or LookupType or KeyOfType or MappedType or ViewType): return null;
            case (PrimitiveType or LiteralType or EnumType, _): return OfPrimitive(given, wanted);
            case (_, PrimitiveType { Name: "unknown" }): return true;
            case (_, PrimitiveType or LiteralType or EnumType): return false;
            case (TupleType tuple, InstanceType { Symbol: { IsLibrary: true, Name: "Array" or "ReadonlyArray" }, Arguments: [var element] }): return All(tuple.Elements.Select(t => Of(t, element, depth + 1)));
            case (TupleType a, TupleType b): return a.Elements.Count == b.Elements.Count ? All(a.Elements.Zip(b.Elements, (x, y) => Of(x, y, depth + 1))) : null;
            case (InstanceType a, InstanceType b) when a.Symbol == b.Symbol: return All(a.Arguments.Zip(b.Arguments, (x, y) => Of(x, y, depth + 1))) is true ? true : null;
            case (InstanceType a, InstanceType b) when Inference.IsReadonlyOf(b, a): return All(a.Arguments.Zip(b.Arguments, (x, y) => Of(x, y, depth + 1)));
            case (InstanceType a, InstanceType b): return Derives(a, b, depth) ? true : ByShape(given, wanted);
            case (_, FunctionType): return OfFunction(given, wanted);
            default: return ByShape(given, wanted);
        }
    }

    /// <summary><c>unknown</c> takes all; <c>object</c>, which is not told from it, no primitive.</summary>
    private static bool IsTop(TsType given, TsType wanted) => ReferenceEquals(wanted, TsType.Opaque) && given is InstanceType or ObjectType or FunctionType or TupleType or NamedValueType;

    private static bool? OfPrimitive(TsType given, TsType wanted) => wanted switch
    {
        PrimitiveType { Name: "unknown" } => null,
        PrimitiveType or LiteralType when given is EnumType or LiteralType { Member: not null } => null,
        PrimitiveType p => SymbolTypes.Widened(given) is PrimitiveType own && (own.Name == p.Name || (own.Name == "undefined" && p.Name == "void")),
        LiteralType => given is PrimitiveType { Name: "boolean" } ? null : false,
        FunctionType or TupleType => false,
        ObjectType or InstanceType when given is PrimitiveType { IsNullish: true } => false,
        InstanceType { Symbol: { IsLibrary: true, Name: not ("String" or "Number" or "Boolean" or "Symbol" or "Object" or "ArrayLike" or "Iterable") } } => false,
        _ => null,
    };

    private bool Derives(InstanceType given, InstanceType wanted, int depth)
    {
        var mapper = program.Types.Properties.MapperOf(given);
        return program.Types.Heritage.AllBasesOf(given.Symbol).Any(b => Of(program.Types.Substitution.Apply(b, mapper), wanted, depth + 1) is true);
    }

    private bool? OfFunction(TsType given, TsType wanted)
    {
        var construct = program.Types.Calls.SignaturesOf(wanted, construct: false).Count == 0;
        if (program.Types.Calls.SignaturesOf(given, construct).Count == 0) return given is ObjectType or InstanceType { Symbol.IsLibrary: false } or FunctionType or TupleType or InstanceType { Symbol.Name: "Array" or "ReadonlyArray" or "Map" or "Set" or "Promise" or "Date" or "RegExp" } ? false : null;
        return program.Types.Calls.SignaturesOf(wanted, construct).All(TakesAll) ? true : null;
    }

    /// <summary>A signature such as <c>(...args: any) =&gt; infer R</c>, which every function has.</summary>
    private bool TakesAll(Signature signature)
    {
        var result = program.Types.Calls.ReturnOf(signature);
        if (!(ReferenceEquals(result, TsType.Any) || result is PrimitiveType { Name: "unknown" } || (result is ParameterType p && open.Contains(p.Symbol)))) return false;
        return signature.Parameters.All(q => TypeNodes.AnnotationOf(q) is { Exists: true } written && program.Types.Nodes.TypeOf(written) is var type
            && (ReferenceEquals(type, TsType.Any) || type is PrimitiveType { Name: "never" } || (type is ParameterType i && open.Contains(i.Symbol)) || type is InstanceType { Symbol.Name: "Array", Arguments: [var element] } && ReferenceEquals(element, TsType.Any)));
    }

    /// <summary>A type that lacks what the other demands cannot stand for it; whether one that has it all can is not looked at.</summary>
    private bool? ByShape(TsType given, TsType wanted)
    {
        var demanded = Demanded(wanted);
        if (demanded is null) return null;
        if (demanded.Any(name => Lacks(given, name))) return false;
        return demanded.Count == 0 && wanted is ObjectType && program.Types.Calls.SignaturesOf(wanted, construct: false).Count == 0 ? true : null;
    }

    /// <summary>What the small library says of these is all that they have, as far as types are told apart by it.</summary>
    private bool Lacks(TsType given, string name) => given is InstanceType { Symbol: { IsLibrary: true, Name: "Array" or "ReadonlyArray" or "Map" or "Set" or "Promise" or "Date" or "RegExp" } library }
        ? !program.Members.InstanceOf(library).ContainsKey(name)
        : program.Types.Properties.Find(given, name).Certainty == Certainty.Absent;

    private List<string>? Demanded(TsType type)
    {
        var members = type switch
        {
            InstanceType instance => program.Members.InstanceOf(instance.Symbol),
            ObjectType literal => program.Members.OfNode(literal.Node),
            _ => null,
        };
        return members is null ? null : [.. members.Where(m => !m.Value.First.Node.Has("?")).Select(m => m.Key)];
    }

    private static bool? All(IEnumerable<bool?> answers) => answers.Aggregate((bool?)true, (all, one) => all is false || one is false ? false : all is null || one is null ? null : true);

    private static bool? Any(IEnumerable<bool?> answers) => answers.Aggregate((bool?)false, (any, one) => any is true || one is true ? true : any is null || one is null ? null : false);
}
