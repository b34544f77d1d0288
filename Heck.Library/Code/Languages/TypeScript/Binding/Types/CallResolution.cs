using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Which signature a call takes, and what it gives.</summary>
internal sealed class CallResolution(TsProgram program)
{
    private readonly Dictionary<TsNode, Signature?> _begun = [];
    private readonly Dictionary<TsNode, Signature?> _resolved = [];
    private readonly Dictionary<TsNode, (Inference Inference, Signature Chosen)> _inferences = [];

    private TypeChecker Types => program.Types;

    public TsType TypeOfCall(TsNode call)
    {
        var function = call.Get(F.Function);
        if (function.Kind == K.Import) return Types.Expressions.PromiseOf(Types.Expressions.ImportedModule(call));
        if (function.Kind == K.Super) return TsType.Void;
        if (CommonJs.RequireOf(call) is { } specifier) return Types.Expressions.ModuleOf(call, specifier) is ModuleType required ? OfRequired(required) : Types.Expressions.ModuleOf(call, specifier);
        if (OfFunctionMethod(call, function) is { } passed) return passed;
        var callee = Types.Expressions.TypeOf(function);
        return callee is UnionType { } union && Substitution.NonNull(union) is UnionType many
            ? Substitution.Union(many.Types.Select(t => Result(call, t)))
            : Result(call, Substitution.NonNull(callee));
    }

    /// <summary><c>f.call(…)</c> and <c>f.apply(…)</c> give what f gives, <c>f.bind(self)</c> f again.</summary>
    private TsType? OfFunctionMethod(TsNode call, TsNode function)
    {
        if (function.Kind != K.MemberExpression || function.Get(F.Property).Text is not ("call" or "apply" or "bind")) return null;
        var target = Types.Expressions.TypeOf(function.Get(F.Object));
        if (target is not FunctionType || Types.Properties.Find(target, function.Get(F.Property).Text).Certainty != Certainty.External) return null;
        if (SignaturesOf(target, construct: false) is not [var only] || TypeNodes.ParametersOf(program, only.Node).Count > 0) return null;
        if (function.Get(F.Property).Text != "bind") return ReturnOf(only);
        return ArgumentsOf(call).Count == 1 ? target : null;
    }

    public TsType TypeOfNew(TsNode creation)
    {
        var value = Types.Expressions.TypeOf(creation.Get(F.Constructor));
        var written = creation.Get(F.TypeArguments) is { Exists: true } arguments ? arguments.Named.Select(Types.Nodes.TypeOf).ToList() : [];
        if (written.Count == 0 && value is NamedValueType { Symbol: var type } && Types.Nodes.ParametersOf(type).Count > 0 && Resolve(creation) is { } signature)
            return Types.Substitution.Apply(Types.Nodes.Own(type), Complete(signature.Mapper, Types.Nodes.ParametersOf(type)));
        return value is NamedValueType or ExternalType or UnknownType ? Constructed(value, written)
            : Resolve(creation) is { } chosen ? ReturnOf(chosen) : Constructed(value, written);
    }

    /// <summary>What <c>new</c> gives for a class or anything with a construct signature.</summary>
    public TsType Constructed(TsType value, IReadOnlyList<TsType>? arguments = null)
    {
        switch (value)
        {
            case NamedValueType { Symbol: var type } when type.Declarations.Exists(d => d.Node.Kind.IsClass()): return Types.Nodes.Instance(type, arguments ?? []);
            case ExternalType or UnknownType: return value;
            case IntersectionType intersection: return new IntersectionType([.. intersection.Types.Select(t => Constructed(t, arguments)).Where(t => t is not UnknownType)]);
        }

        if (SignaturesOf(value, construct: true) is not [var first, ..]) return new UnknownType("what is constructed is not followed");
        return ReturnOf(first with { Mapper = Types.Substitution.Compose(first.Mapper, Types.Substitution.Map(TypeNodes.ParametersOf(program, first.Node), arguments ?? []), first.Node) });
    }

    public TsType ReturnOfFirst(TsType function) => SignaturesOf(function, construct: false) is [.., var last] ? ReturnOf(last) : function is ExternalType ? function : new UnknownType("a return type is not followed");

    public TsType ParametersOfFirst(TsType function, bool construct) => SignaturesOf(function, construct) is [.., var last]
        ? new TupleType([.. last.Parameters.Select((_, i) => ParameterAt(last, i))])
        : new UnknownType("parameters are not followed");

    public TsType ReturnOf(Signature signature)
    {
        var node = signature.Node;
        var written = node.Kind is K.ConstructSignature or K.ConstructorType ? node.Get(F.Type) : node.Get(F.ReturnType);
        var type = written.Exists ? Types.Nodes.TypeOf(written) : Types.JsDoc.ReturnOf(node) ?? Inferred(node);
        return Types.Substitution.Apply(type, signature.Mapper);
    }

    /// <summary>The signature that a call or a <c>new</c> takes, its type parameters inferred; null when it is not known.</summary>
    public Signature? Resolve(TsNode call)
    {
        if (_resolved.TryGetValue(call, out var known)) return known;
        var begun = Begin(call);
        if (begun is null || !_inferences.TryGetValue(call, out var inference)) return begun;
        _resolved[call] = begun;
        return _resolved[call] = inference.Inference.End(inference.Chosen, ArgumentsOf(call));
    }

    /// <summary>The same as arguments of the call see it, before its function expressions were read.</summary>
    public Signature? Begin(TsNode call)
    {
        if (_begun.TryGetValue(call, out var known)) return known;
        // A call among the arguments of another is read on the way down from that one, which says what is expected of it.
        if (OutermostAround(call) is { Exists: true } outer && !_begun.ContainsKey(outer))
        {
            Resolve(outer);
            if (_begun.TryGetValue(call, out known)) return known;
        }

        var candidates = Candidates(call);
        if (candidates.Count == 0) return _begun[call] = null;
        var arguments = ArgumentsOf(call);
        _begun[call] = candidates[0];
        var chosen = Choose(candidates, arguments);
        _begun[call] = chosen;
        var own = InferredParameters(call, chosen);
        if (own.Count == 0) return chosen;
        if (call.Get(F.TypeArguments) is { Exists: true } written)
            return _begun[call] = chosen with { Mapper = Types.Substitution.Compose(chosen.Mapper, Types.Substitution.Map(own, [.. written.Named.Select(Types.Nodes.TypeOf)], p => new UninferredType(p.Name)), chosen.Node) };
        var inference = new Inference(program, own);
        inference.Begin(call, chosen, arguments, s => _begun[call] = s);
        _inferences[call] = (inference, chosen);
        return _begun[call];
    }

    /// <summary>
    /// Reads the calls around a node from the outermost in, as their arguments expect: who asks for a callback's parameter first would otherwise
    /// be in the middle of the answer.
    /// </summary>
    public void Prepare(TsNode node)
    {
        var calls = new Stack<TsNode>();
        for (var at = node; at.Exists; at = at.Ancestor(a => a.Kind is K.StatementBlock or K.ClassBody))
        {
            if (OutermostAround(at) is { Exists: true } outermost) calls.Push(outermost);
        }

        foreach (var call in calls) Resolve(call);
    }

    private static TsNode OutermostAround(TsNode call)
    {
        var outermost = default(TsNode);
        for (var at = call; at.Parent.Exists && at.Parent.Kind is not (K.StatementBlock or K.ClassBody or K.Program); at = at.Parent)
        {
            if (at.Parent.Kind == K.Arguments && at.Parent.Parent.Kind is K.CallExpression or K.NewExpression) outermost = at.Parent.Parent;
        }

        return outermost;
    }

    private Signature Choose(IReadOnlyList<Signature> candidates, IReadOnlyList<TsNode> arguments)
    {
        if (candidates.Count == 1) return candidates[0];
        var fitting = candidates.Where(c => FitsCount(c, arguments)).ToList();
        if (fitting.Count > 1) fitting = [.. fitting.Where(c => ArgumentFit.Fits(program, c, arguments)).Take(1)];
        return fitting.Count > 0 ? fitting[0] : candidates[0];
    }

    /// <summary>The type of the parameter that takes the argument at an index.</summary>
    public TsType ParameterAt(Signature signature, int index)
    {
        var parameters = signature.Parameters;
        if (parameters.Count == 0) return TsType.Undefined;
        var parameter = index < parameters.Count ? parameters[index] : parameters[^1];
        if (index >= parameters.Count && !Signature.IsRest(parameter)) return TsType.Undefined;
        var type = Types.Substitution.Apply(program.Types.Symbols.OfBinding(PatternOf(parameter)), signature.Mapper);
        return Signature.IsRest(parameter) ? Types.Properties.ElementOf(type, new LiteralType((index - parameters.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), isString: false)) : type;
    }

    /// <summary>The same as written, without what the call made of type parameters.</summary>
    public TsType DeclaredParameterAt(Signature signature, int index) => ParameterAt(signature with { Mapper = TypeMapper.Identity }, index);

    public IReadOnlyList<Signature> SignaturesOf(TsType type, bool construct)
    {
        switch (type)
        {
            case FunctionType function: return [.. function.Nodes.Where(n => n.Kind is K.ConstructorType or K.ConstructSignature == construct).Select(n => new Signature(n, function.Mapper))];
            case NamedValueType value when !construct: return SignaturesOf(new FunctionType([.. value.Symbol.Declarations.Select(d => d.Node).Where(n => n.Kind.IsFunctionLike())], TypeMapper.Identity), construct);
            case NamedValueType value: return ConstructorsOf(value.Symbol, TypeMapper.Identity);
            case ObjectType literal: return InBody(literal.Node, literal.Mapper, construct);
            case InstanceType instance: return OfInstance(instance, construct);
            case DeferredType deferred: return SignaturesOf(Types.Nodes.Expanded(deferred), construct);
            case ParameterType parameter when Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint: return SignaturesOf(constraint, construct);
            case IntersectionType intersection: return [.. intersection.Types.SelectMany(t => SignaturesOf(t, construct))];
            case UnionType union: return union.Types.Select(t => SignaturesOf(t, construct)).FirstOrDefault(s => s.Count > 0) ?? [];
            default: return [];
        }
    }

    public static IReadOnlyList<TsNode> ArgumentsOf(TsNode call) => call.Get(F.Arguments) is { Kind: K.Arguments } arguments ? [.. arguments.Named] : [];

    private TsType Result(TsNode call, TsType callee)
    {
        if (callee is UnknownType) return callee;
        if (callee is ExternalType external) return OfExternal(call, external);
        return Resolve(call) is { } signature ? ReturnOf(signature) : new UnknownType("what is called is not followed");
    }

    /// <summary>A library cannot give back a type of ours that it was not given.</summary>
    private TsType OfExternal(TsNode call, ExternalType external)
    {
        if (call.Get(F.TypeArguments).Exists) return new UnknownType($"it comes from a generic call of {external.From}");
        return ArgumentsOf(call).All(a => Types.Expressions.TypeOf(a) is PrimitiveType or LiteralType or ExternalType) ? external : new UnknownType($"it comes from a call of {external.From}");
    }

    private TsType OfRequired(ModuleType required) =>
        required.Module.Assigned.Exists && required.Module.Properties.Count == 0 ? Types.Expressions.TypeOf(required.Module.Assigned) : required;

    private IReadOnlyList<Signature> Candidates(TsNode call)
    {
        if (call.Kind == K.NewExpression) return SignaturesOf(Types.Expressions.TypeOf(call.Get(F.Constructor)), construct: true);
        return SignaturesOf(Substitution.NonNull(Types.Expressions.TypeOf(call.Get(F.Function))), construct: false);
    }

    private static bool FitsCount(Signature signature, IReadOnlyList<TsNode> arguments) =>
        arguments.Any(a => a.Kind == K.SpreadElement)
        || (arguments.Count >= signature.Required && (signature.HasRest || arguments.Count <= signature.Parameters.Count));

    private List<TsSymbol> InferredParameters(TsNode call, Signature signature)
    {
        var own = TypeNodes.ParametersOf(program, signature.Node).ToList();
        if (call.Kind == K.NewExpression && signature.Node.Ancestor(a => a.Kind.IsClass()) is { Exists: true } owner && program.Scopes(owner.File).SymbolOf(owner) is { } type) own.AddRange(Types.Nodes.ParametersOf(type));
        return own;
    }

    private TypeMapper Complete(TypeMapper mapper, IReadOnlyList<TsSymbol> parameters)
    {
        foreach (var parameter in parameters.Where(p => mapper.Find(p) is null)) mapper = mapper.With(parameter, Types.Nodes.DefaultOf(parameter) ?? new UninferredType(parameter.Name));
        return mapper;
    }

    private IReadOnlyList<Signature> ConstructorsOf(TsSymbol type, TypeMapper mapper)
    {
        var bodies = type.Declarations.Select(d => d.Node).Where(n => n.Kind.IsClass()).SelectMany(n => n.Get(F.Body).Named);
        var constructors = bodies.Where(m => m.Kind.IsMethod() && m.Get(F.Name).PropertyName() == "constructor").ToList();
        var overloads = constructors.Where(c => c.Get(F.Body).IsNone).ToList();
        if (constructors.Count > 0) return [.. (overloads.Count > 0 ? overloads : constructors).Select(c => new Signature(c, mapper))];
        return Types.Heritage.BaseValueOf(type) is NamedValueType { Symbol: var parent } && parent != type ? ConstructorsOf(parent, mapper) : [];
    }

    private static IReadOnlyList<Signature> InBody(TsNode body, TypeMapper mapper, bool construct) =>
        [.. body.All(construct ? K.ConstructSignature : K.CallSignature).Select(s => new Signature(s, mapper))];

    private List<Signature> OfInstance(InstanceType instance, bool construct)
    {
        var mapper = Types.Properties.MapperOf(instance);
        var own = instance.Symbol.Declarations.Where(d => d.Node.Kind == K.InterfaceDeclaration).SelectMany(d => InBody(d.Node.Get(F.Body), mapper, construct)).ToList();
        return own.Count > 0 ? own : [.. Types.Heritage.InheritedBy(instance.Symbol).SelectMany(b => SignaturesOf(Types.Substitution.Apply(b, mapper), construct))];
    }

    private static TsNode PatternOf(TsNode parameter) => parameter.Get(F.Pattern) is { Exists: true } pattern ? pattern : parameter.Get(F.Name) is { Exists: true } name ? name : parameter;

    /// <summary>A function without a written return type gives what its return statements give.</summary>
    private TsType Inferred(TsNode function)
    {
        var body = function.Get(F.Body);
        if (body.IsNone) return TsType.Any;
        if (function.Kind is K.GeneratorFunction or K.GeneratorFunctionDeclaration || function.Has(T.Star)) return new UnknownType("a generator's type is not written");
        var type = body.Kind == K.StatementBlock ? Substitution.Union(ReturnsIn(body).Select(r => SymbolTypes.Widened(Types.Expressions.TypeOf(r)))) : SymbolTypes.Widened(Types.Expressions.TypeOf(body));
        if (type is PrimitiveType { Name: "never" }) type = TsType.Void;
        return function.Has(T.Async) ? Types.Expressions.PromiseOf(type) : type;
    }

    private static IEnumerable<TsNode> ReturnsIn(TsNode node)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind == K.ReturnStatement && child.FirstNamed.Exists) yield return child.FirstNamed;
            if (child.Kind.IsFunctionLike() || child.Kind.IsClass()) continue;
            foreach (var inner in ReturnsIn(child)) yield return inner;
        }
    }
}
