using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Infers the type arguments of one call from its arguments: first those that need no context, in order, then function expressions.</summary>
internal sealed class Inference(TsProgram program, IReadOnlyList<TsSymbol> parameters)
{
    private const int DeepestMatch = 12;

    private readonly Dictionary<TsSymbol, TsType> _found = [];
    private readonly Dictionary<TsSymbol, TsType> _fromContext = [];

    /// <summary>Written types that are being matched. Inside themselves they say nothing new, and a type whose methods give the type again would be matched without end.</summary>
    private readonly HashSet<(TsNode, TsNode)> _matching = [];

    private TypeChecker Types => program.Types;

    /// <summary>Reads what is expected of the call and the arguments that need no context.</summary>
    /// <param name="call">The call.</param>
    /// <param name="signature">The signature chosen.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="publish">Is given what is known so far, which arguments read as their context.</param>
    public void Begin(TsNode call, Signature signature, IReadOnlyList<TsNode> arguments, Action<Signature> publish)
    {
        publish(Now(signature));
        if (call.Kind == K.CallExpression && Types.Contexts.Of(call) is { } context and not UnknownType) FromContext(signature, context);
        foreach (var (parameter, type) in _found) _fromContext[parameter] = type;
        _found.Clear();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Kind == K.SpreadElement || NeedsContext(arguments[i])) continue;
            publish(Now(signature));
            Match(Types.Calls.ParameterAt(signature, i), Types.Expressions.TypeOf(arguments[i]), 0);
        }

        publish(Now(signature));
    }

    /// <summary>Reads the function expressions among the arguments; gives the signature with all that is known.</summary>
    public Signature End(Signature signature, IReadOnlyList<TsNode> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Kind == K.SpreadElement || !NeedsContext(arguments[i])) continue;
            Match(Types.Calls.ParameterAt(signature, i), new FunctionType([arguments[i].Unwrapped()], TypeMapper.Identity), 0);
        }

        return Now(signature);
    }

    /// <summary>What the parameters stand for where a type fits a pattern; those that nothing says are left open.</summary>
    public TypeMapper Infer(TsType pattern, TsType given, TypeMapper mapper)
    {
        Match(pattern, given, 0);
        return parameters.Aggregate(mapper, (all, p) => all.With(p, _found.GetValueOrDefault(p) ?? Types.Nodes.ConstraintOf(p) ?? new UninferredType(p.Name)));
    }

    private void FromContext(Signature signature, TsType context) => Match(Types.Calls.ReturnOf(signature), context, 0);

    private Signature Now(Signature signature)
    {
        var map = new Dictionary<TsSymbol, TsType>();
        foreach (var parameter in parameters)
        {
            map[parameter] = _found.GetValueOrDefault(parameter) ?? _fromContext.GetValueOrDefault(parameter) ?? Types.Nodes.DefaultOf(parameter) ?? new UninferredType(parameter.Name);
        }

        return signature with { Mapper = Types.Substitution.Compose(signature.Mapper, new TypeMapper(map), signature.Node) };
    }

    private static bool NeedsContext(TsNode argument) => argument.Unwrapped().Kind.IsFunctionExpression();

    private void Match(TsType pattern, TsType given, int depth)
    {
        if (depth > DeepestMatch || given is UnknownType) return;
        switch (pattern)
        {
            case ParameterType p when parameters.Contains(p.Symbol): Add(p.Symbol, given); return;
            case DeferredType d: Match(Types.Nodes.Expanded(d), given, depth + 1); return;
            case UnionType union: MatchUnion(union, given, depth); return;
            case IntersectionType intersection: foreach (var part in intersection.Types) Match(part, given, depth + 1); return;
            case ViewType view: Match(view.Source, given is ViewType other ? other.Source : given, depth + 1); return;
            case InstanceType instance: MatchInstance(instance, given, depth); return;
            case FunctionType: MatchFunction(pattern, given, depth); return;
            case ObjectType literal: MatchObject(literal, given, depth); return;
            case TupleType tuple when given is TupleType t:
                foreach (var (a, b) in tuple.Elements.Zip(t.Elements)) Match(a, b, depth + 1);
                return;
        }
    }

    private void Add(TsSymbol parameter, TsType given)
    {
        var type = Types.Nodes.ConstraintOf(parameter) is KeyOfType or PrimitiveType or UnionType ? given : SymbolTypes.Widened(given);
        _found[parameter] = _found.TryGetValue(parameter, out var known) ? Substitution.Union([known, type]) : type;
    }

    private void MatchUnion(UnionType union, TsType given, int depth)
    {
        var rest = given is UnionType many ? Substitution.Union(many.Types.Where(t => !union.Types.Any(u => Substitution.Same(u, t)))) : given;
        foreach (var part in union.Types.Where(t => t is not ParameterType)) Match(part, rest, depth + 1);
        foreach (var naked in union.Types.OfType<ParameterType>().Where(p => parameters.Contains(p.Symbol) && !_found.ContainsKey(p.Symbol))) Match(naked, Substitution.NonNull(rest), depth + 1);
    }

    private void MatchInstance(InstanceType pattern, TsType given, int depth)
    {
        switch (given)
        {
            case UnionType union:
                foreach (var part in union.Types) Match(pattern, part, depth + 1);
                return;
            case InstanceType instance when instance.Symbol == pattern.Symbol:
                foreach (var (a, b) in pattern.Arguments.Zip(instance.Arguments)) Match(a, b, depth + 1);
                return;
            case InstanceType instance when IsReadonlyOf(pattern, instance):
                foreach (var (a, b) in pattern.Arguments.Zip(instance.Arguments)) Match(a, b, depth + 1);
                return;
            case InstanceType instance when pattern.Symbol.IsLibrary && pattern.Arguments.Count > 0 && instance.Symbol.IsLibrary && IsIterable(pattern) && instance.Arguments.Count > 0:
                Match(pattern.Arguments[0], Types.Expressions.Iterated(instance), depth + 1);
                return;
            case TupleType or PrimitiveType { Name: "string" } when IsIterable(pattern):
                Match(pattern.Arguments[0], Types.Expressions.Iterated(given), depth + 1);
                return;
            case InstanceType instance:
                var mapper = Types.Properties.MapperOf(instance);
                foreach (var baseType in Types.Heritage.AllBasesOf(instance.Symbol)) Match(pattern, Types.Substitution.Apply(baseType, mapper), depth + 1);
                return;
            case FunctionType: MatchFunction(pattern, given, depth); return;
        }
    }

    /// <summary><c>ReadonlyMap</c> of <c>Map</c> and their like.</summary>
    public static bool IsReadonlyOf(InstanceType wanted, InstanceType given) => wanted.Symbol.IsLibrary && given.Symbol.IsLibrary && wanted.Symbol.Name == "Readonly" + given.Symbol.Name;

    private static bool IsIterable(InstanceType type) => type.Symbol is { IsLibrary: true, Name: "Iterable" or "ArrayLike" or "Array" or "ReadonlyArray" or "AsyncIterable" or "IterableIterator" };

    private void MatchFunction(TsType pattern, TsType given, int depth)
    {
        if (Types.Calls.SignaturesOf(pattern, construct: false) is not [var wanted, ..]) return;
        if (Types.Calls.SignaturesOf(given, construct: false) is not [.., var has]) return;
        for (var i = 0; i < Math.Min(wanted.Parameters.Count, has.Parameters.Count); i++)
        {
            if (!has.Node.Kind.IsFunctionExpression() || TypeNodes.AnnotationOf(has.Parameters[i]).Exists) Match(Types.Calls.ParameterAt(wanted, i), Types.Calls.ParameterAt(has, i), depth + 1);
        }

        Match(Types.Calls.ReturnOf(wanted), Types.Calls.ReturnOf(has), depth + 1);
    }

    private TsType ValuesOf(TsType given) => given is ObjectType literal && program.Members.OfNode(literal.Node) is { Count: > 0 } members
        ? Substitution.Union(members.Values.Select(m => Types.Properties.TypeOfMember(m, literal.Mapper)))
        : Types.Properties.ElementOf(given, TsType.String);

    private void MatchObject(ObjectType pattern, TsType given, int depth)
    {
        var pair = (pattern.Node, given is ObjectType literal ? literal.Node : given is InstanceType instance ? instance.Symbol.First.Node : default);
        if (!_matching.Add(pair)) return;
        try
        {
            MatchMembers(pattern, given, depth);
        }
        finally
        {
            _matching.Remove(pair);
        }
    }

    private void MatchMembers(ObjectType pattern, TsType given, int depth)
    {
        foreach (var (name, member) in program.Members.OfNode(pattern.Node))
        {
            if (Types.Properties.Find(given, name) is { Certainty: Certainty.Found } found) Match(Types.Properties.TypeOfMember(member, pattern.Mapper), found.Type, depth + 1);
        }

        var signature = pattern.Node.All(K.IndexSignature).FirstOrDefault(s => s.Get(F.IndexType).Exists);
        if (signature.Exists) Match(Types.Substitution.Apply(Types.Nodes.TypeOf(TypeNodes.AnnotationOf(signature)), pattern.Mapper), ValuesOf(given), depth + 1);
        if (Types.Calls.SignaturesOf(pattern, construct: false).Count > 0) MatchFunction(pattern, given, depth);
    }
}
