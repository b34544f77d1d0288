using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <content>Calls, conversions and the inference of type arguments.</content>
internal sealed partial class GoChecker
{
    private Meaning OfCall(GoNode call)
    {
        var callee = Of(call.Get(F.Function));
        var arguments = call.Get(F.Arguments).Named.ToList();
        if (call.Get(F.TypeArguments) is { Exists: true } written) callee = OfIndexed(callee, written.Named);
        if (callee.Kind == MeaningKind.Type) return Meaning.Value(callee.Type);
        if (callee.Kind == MeaningKind.Builtin) return Meaning.Value(OfBuiltin(callee.Object!.Name, arguments));
        return Meaning.Value(Underlying(callee.Type) switch
        {
            GoType.Function f => Result(Infer(f, arguments)),
            GoType.External external => OfExternalCall(external, arguments),
            GoType.Unknown unknown => unknown,
            _ => new GoType.Unknown("a call of what is no function"),
        });
    }

    private static GoType Result(GoType.Function f) => f.Results.Count == 1 ? f.Results[0] : new GoType.Tuple(f.Results);

    /// <summary>What comes from outside is from outside, unless a type argument carries a type of the workspace through.</summary>
    private GoType OfExternalCall(GoType.External external, List<GoNode> arguments)
    {
        if (StandardApi.Function(external.Full) is { } function) return Result(function);
        if (KnownGenerics.Result(external, [.. arguments.Select(TypeOf)], this) is { } known) return known;
        var mayCarry = external.Arguments.Count > 0 || KnownGenerics.MayBeGeneric(external);
        return mayCarry && !(external.Arguments.All(IsClosed) && arguments.TrueForAll(a => IsClosed(TypeOf(a))))
            ? new GoType.Unknown($"a call of {external.Full}, which may pass a type of the workspace on")
            : new GoType.External(external.Path, external.Name + "()");
    }

    /// <summary>Whether a type holds no type of the workspace.</summary>
    public static bool IsClosed(GoType type) => type switch
    {
        GoType.Basic => true,
        GoType.External(_, _, var arguments) => arguments.All(IsClosed),
        GoType.Pointer(var element) => IsClosed(element),
        GoType.Slice(var element) => IsClosed(element),
        GoType.Array(var element) => IsClosed(element),
        GoType.Map(var key, var value) => IsClosed(key) && IsClosed(value),
        GoType.Channel(var element) => IsClosed(element),
        GoType.Function f => f.Parameters.All(IsClosed) && f.Results.All(IsClosed),
        GoType.Tuple(var parts) => parts.All(IsClosed),
        _ => false,
    };

    private GoType OfBuiltin(string name, List<GoNode> arguments) => (name, arguments) switch
    {
        ("new", [var type]) => new GoType.Pointer(Variable(Of(type).Type)),
        ("make", [var type, ..]) => Read(type),
        ("append" or "min" or "max", [var first, ..]) => TypeOf(first),
        ("len" or "cap" or "copy", _) => GoType.Int,
        ("recover", _) => GoType.Any,
        ("complex" or "real" or "imag", _) => new GoType.Basic("float64"),
        _ => GoType.None,
    };

    /// <summary>A generic function with what its arguments say of its type parameters put in.</summary>
    public GoType.Function Infer(GoType.Function f, List<GoNode> arguments) =>
        f.TypeParameters.Count == 0 ? f : (GoType.Function)Substitution.Of(f.TypeParameters, TypeArguments(f, arguments)).Apply(f);

    /// <summary>What a call's arguments say of each type parameter.</summary>
    public IReadOnlyList<GoType> TypeArguments(GoType.Function f, List<GoNode> arguments)
    {
        var types = arguments.ConvertAll(TypeOf);
        if (types is [GoType.Tuple(var parts)]) types = [.. parts];
        var known = new Dictionary<GoObject, GoType>();
        for (var i = 0; i < types.Count; i++)
        {
            var isRest = f.IsVariadic && i >= f.Parameters.Count - 1;
            var parameter = f.Parameters.ElementAtOrDefault(isRest ? f.Parameters.Count - 1 : i);
            if (isRest && arguments[Math.Min(i, arguments.Count - 1)].Kind != K.VariadicArgument) parameter = Element(parameter!);
            if (parameter is not null) Unify(parameter, types[i], f.TypeParameters, known);
        }

        // A constraint like ~[]E tells E once its own parameter is known.
        foreach (var parameter in f.TypeParameters.Where(known.ContainsKey).ToList())
        {
            if (Core(parameter) is var core and not GoType.Parameter) Unify(core, Underlying(known[parameter]), f.TypeParameters, known);
        }

        return [.. f.TypeParameters.Select(p => known.GetValueOrDefault(p) ?? new GoType.Unknown($"the type parameter {p.Name} of a call"))];
    }

    private void Unify(GoType parameter, GoType argument, IReadOnlyList<GoObject> open, Dictionary<GoObject, GoType> known)
    {
        switch (parameter)
        {
            case GoType.Parameter(var p) when open.Contains(p):
                if (argument is not GoType.Unknown and not GoType.Basic { Name: "untyped nil" }) known.TryAdd(p, Variable(argument));
                return;
            case GoType.Named(var of, var inner):
                if (argument.Pointed is GoType.Named(var given, var arguments) && given == of) UnifyAll(inner, arguments, open, known);
                else if (Underlying(parameter) is GoType.Function written && Underlying(argument) is GoType.Function passed) Unify(written, passed, open, known);
                return;
            case GoType.External(_, _, var inner):
                if (argument is GoType.External(_, _, var outer)) UnifyAll(inner, outer, open, known);
                return;
        }

        switch (parameter, Underlying(argument))
        {
            case (GoType.Pointer(var a), GoType.Pointer(var b)): Unify(a, b, open, known); break;
            case (GoType.Slice(var a), GoType.Slice(var b)): Unify(a, b, open, known); break;
            case (GoType.Array(var a), GoType.Array(var b)): Unify(a, b, open, known); break;
            case (GoType.Channel(var a), GoType.Channel(var b)): Unify(a, b, open, known); break;
            case (GoType.Map(var k, var v), GoType.Map(var l, var w)): UnifyAll([k, v], [l, w], open, known); break;
            case (GoType.Function f, GoType.Function g): UnifyAll([.. f.Parameters, .. f.Results], [.. g.Parameters, .. g.Results], open, known); break;
        }
    }

    private void UnifyAll(IReadOnlyList<GoType> parameters, IReadOnlyList<GoType> arguments, IReadOnlyList<GoObject> open, Dictionary<GoObject, GoType> known)
    {
        foreach (var (parameter, argument) in parameters.Zip(arguments)) Unify(parameter, argument, open, known);
    }
}
