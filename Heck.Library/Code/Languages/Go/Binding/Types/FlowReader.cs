using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Reads all places of a package at which the compiler asks whether a value's type fits another: these tie methods to those of interfaces.</summary>
internal sealed class FlowReader(GoChecker checker)
{
    private readonly Dictionary<GoPackage, IReadOnlyList<Flow>> _byPackage = [];

    public IReadOnlyList<Flow> Of(GoPackage package)
    {
        if (_byPackage.TryGetValue(package, out var known)) return known;
        return _byPackage[package] = [.. package.Files.SelectMany(f => Enumerable.Range(0, f.Tree.Count).Select(f.At)).SelectMany(At).Where(MayMatter).Distinct()];
    }

    private static bool MayMatter(Flow flow) =>
        flow.Value is not (GoType.Basic or GoType.Tuple) && flow.Target is not (GoType.Basic or GoType.Tuple) && flow.Target != flow.Value && !(flow.Value is GoType.Unknown && flow.Target is GoType.Unknown or GoType.External);

    public IEnumerable<Flow> At(GoNode node) => node.Kind switch
    {
        K.AssignmentStatement => Pairs(node.Get(F.Left).Named.Select(checker.TypeOf), node.Get(F.Right)),
        K.ShortVarDeclaration => Pairs(node.Get(F.Left).Named.Select(n => node.File.Scopes.DeclaredAt(n) is null && n.Text != "_" ? checker.TypeOf(n) : GoType.None), node.Get(F.Right)),
        K.VarSpec when node.Get(F.Type) is { Exists: true } type => Pairs(node.All(F.Name).Select(_ => checker.Read(type)), node.Get(F.Value)),
        K.CallExpression => OfCall(node),
        K.TypeConversionExpression => [Flow(checker.TypeOf(node.Get(F.Type)), node.Get(F.Operand))],
        K.ReturnStatement => OfReturn(node),
        K.SendStatement => checker.Underlying(checker.TypeOf(node.Get(F.Channel))) is GoType.Channel(var element) ? [Flow(element, node.Get(F.Value))] : [],
        K.LiteralValue => OfLiteral(node),
        K.IndexExpression => checker.Underlying(checker.TypeOf(node.Get(F.Operand))) is GoType.Map(var key, _) ? [Flow(key, node.Get(F.Index))] : OfInstance(node, checker.Of(node.Get(F.Operand)).Type, [node.Get(F.Index)]),
        K.GenericType or K.TypeInstantiationExpression => OfInstance(node, checker.Of(node.Get(F.Type)).Type, node.Get(F.TypeArguments) is { Exists: true } list ? list.Named : node.Named.Skip(1)),
        K.TypeAssertionExpression => [new Flow(checker.TypeOf(node.Get(F.Operand)), Concrete(checker.Read(node.Get(F.Type))), node)],
        K.TypeCase => node.All(F.Type).Select(t => new Flow(checker.TypeOf(node.Parent.Get(F.Value)), Concrete(checker.Read(t)), t)),
        K.BinaryExpression when node.Get(F.Operator).Text is "==" or "!=" => [Flow(checker.TypeOf(node.Get(F.Left)), node.Get(F.Right)), Flow(checker.TypeOf(node.Get(F.Right)), node.Get(F.Left))],
        K.ExpressionCase when node.Parent.Get(F.Value) is { Exists: true } tag => node.Get(F.Value).Named.SelectMany(v => (Flow[])[Flow(checker.TypeOf(tag), v), Flow(checker.TypeOf(v), tag)]),
        K.RangeClause when !node.Has(":="u8) && node.Get(F.Left).Exists => node.Get(F.Left).Named.Select((n, i) => new Flow(checker.TypeOf(n), checker.Ranged(checker.Underlying(checker.TypeOf(node.Get(F.Right))), i), n)),
        _ => [],
    };

    private Flow Flow(GoType target, GoNode value) => new(target, checker.TypeOf(value), value);

    /// <summary>Whether an interface holds another is asked when the program runs; only a concrete type must fit.</summary>
    private GoType Concrete(GoType type) => checker.Underlying(type) is GoType.Interface ? GoType.Any : type;

    private IEnumerable<Flow> Pairs(IEnumerable<GoType> targets, GoNode values)
    {
        var (wanted, given) = (targets.ToList(), values.Named.ToList());
        if (given.Count == wanted.Count) return wanted.Zip(given, Flow);
        if (given.Count != 1 || wanted.Count == 0) return [];
        return checker.TypeOf(given[0]) is GoType.Tuple(var parts) ? wanted.Zip(parts, (w, p) => new Flow(w, p, given[0])) : [Flow(wanted[0], given[0])];
    }

    private IEnumerable<Flow> OfCall(GoNode call)
    {
        var callee = checker.Of(call.Get(F.Function));
        var arguments = call.Get(F.Arguments).Named.ToList();
        if (callee.Kind == MeaningKind.Type) return arguments.Select(a => Flow(callee.Type, a));
        if (callee.Kind == MeaningKind.Builtin) return OfBuiltin(callee.Object!.Name, arguments);
        var instance = call.Get(F.TypeArguments) is { Exists: true } written ? OfInstance(call, callee.Type, written.Named) : [];
        return checker.Underlying(callee.Type) switch
        {
            GoType.Function f => Passed(call, f, arguments).Concat(instance),
            var open and (GoType.External or GoType.Unknown) => arguments.Select(a => Flow(open, a)),
            _ => [],
        };
    }

    private IEnumerable<Flow> Passed(GoNode call, GoType.Function generic, List<GoNode> arguments)
    {
        var f = checker.Infer(generic, arguments);
        foreach (var (parameter, argument) in generic.TypeParameters.Zip(checker.TypeArguments(generic, arguments))) yield return new Flow(checker.Constraint(parameter), argument, call);
        var types = arguments.Count == 1 && checker.TypeOf(arguments[0]) is GoType.Tuple(var parts) ? parts : arguments.ConvertAll(checker.TypeOf);
        for (var i = 0; i < types.Count; i++)
        {
            var isRest = f.IsVariadic && i >= f.Parameters.Count - 1;
            if (isRest && arguments[^1].Kind == K.VariadicArgument) continue;
            var target = f.Parameters.ElementAtOrDefault(isRest ? f.Parameters.Count - 1 : i);
            if (isRest && target is GoType.Slice(var element)) target = element;
            if (target is not null) yield return new Flow(target, types[i], arguments[Math.Min(i, arguments.Count - 1)]);
        }
    }

    private IEnumerable<Flow> OfBuiltin(string name, List<GoNode> arguments)
    {
        if (name == "append" && arguments.Count > 1 && checker.Underlying(checker.TypeOf(arguments[0])) is GoType.Slice(var element)) return arguments.Skip(1).Where(a => a.Kind != K.VariadicArgument).Select(a => Flow(element, a));
        if (name == "delete" && arguments.Count == 2 && checker.Underlying(checker.TypeOf(arguments[0])) is GoType.Map(var key, _)) return [Flow(key, arguments[1])];
        return [];
    }

    private IEnumerable<Flow> OfInstance(GoNode node, GoType generic, IEnumerable<GoNode> arguments)
    {
        var parameters = generic switch
        {
            GoType.Named(var of, _) => checker.TypeParameters(of),
            GoType.Function f => f.TypeParameters,
            _ => [],
        };
        return parameters.Zip(arguments, (p, a) => new Flow(checker.Constraint(p), checker.Read(a), node));
    }

    private IEnumerable<Flow> OfReturn(GoNode node)
    {
        if (node.Ancestor(K.FunctionDeclaration, K.MethodDeclaration, K.FuncLiteral) is not { Exists: true } function) return [];
        return node.FirstNamed is { Exists: true } values ? Pairs(checker.ResultsOf(function), values) : [];
    }

    private IEnumerable<Flow> OfLiteral(GoNode braces)
    {
        var elements = braces.Named.ToList();
        switch (checker.Underlying(checker.OfLiteral(braces)))
        {
            case GoType.Struct(var node, var by):
                var fields = node.File.Scopes.MembersOf(node);
                return elements.Select((e, i) => e.Kind == K.KeyedElement
                    ? Element(fields.FirstOrDefault(f => f.Name == e.Get(F.Key).Text), by, e.Get(F.Value))
                    : Element(fields.ElementAtOrDefault(i), by, e)).OfType<Flow>();
            case GoType.Map(var key, var value):
                return elements.Where(e => e.Kind == K.KeyedElement).SelectMany(e => (Flow[])[Flow(key, e.Get(F.Key)), Flow(value, e.Get(F.Value))]);
            case GoType.Slice(var element):
                return elements.Select(e => Flow(element, e.Kind == K.KeyedElement ? e.Get(F.Value) : e));
            case GoType.Array(var element):
                return elements.Select(e => Flow(element, e.Kind == K.KeyedElement ? e.Get(F.Value) : e));
            case var open and (GoType.External or GoType.Unknown):
                return elements.Select(e => Flow(open, e.Kind == K.KeyedElement ? e.Get(F.Value) : e));
            default:
                return [];
        }
    }

    private Flow? Element(GoObject? field, Substitution by, GoNode value) => field is null ? null : Flow(by.Apply(checker.TypeOf(field)), value);
}
