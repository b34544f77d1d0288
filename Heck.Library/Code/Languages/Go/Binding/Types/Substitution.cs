using Heck.Code.Languages.Go.Binding.Scopes;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>What type parameters stand for. Immutable.</summary>
internal sealed class Substitution
{
    public static readonly Substitution Empty = new([]);

    private readonly Dictionary<GoObject, GoType> _types;

    private Substitution(Dictionary<GoObject, GoType> types) => _types = types;

    public static Substitution Of(IEnumerable<GoObject> parameters, IReadOnlyList<GoType> arguments) =>
        arguments.Count == 0 ? Empty : new(parameters.Zip(arguments).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second));

    public GoType? Find(GoObject parameter) => _types.GetValueOrDefault(parameter);

    public GoType Apply(GoType type) => _types.Count == 0 ? type : type switch
    {
        GoType.Parameter(var parameter) => Find(parameter) ?? type,
        GoType.Named(var of, { Count: > 0 } arguments) => new GoType.Named(of, Apply(arguments)),
        GoType.External(var path, var name, { Count: > 0 } arguments) => new GoType.External(path, name, Apply(arguments)),
        GoType.Pointer(var element) => new GoType.Pointer(Apply(element)),
        GoType.Slice(var element) => new GoType.Slice(Apply(element)),
        GoType.Array array => array with { Element = Apply(array.Element) },
        GoType.Map(var key, var value) => new GoType.Map(Apply(key), Apply(value)),
        GoType.Channel channel => channel with { Element = Apply(channel.Element) },
        GoType.Function f => new GoType.Function(Apply(f.Parameters), Apply(f.Results), f.IsVariadic, [.. f.TypeParameters.Where(p => Find(p) is null)]),
        GoType.Struct(var node, var by) => new GoType.Struct(node, by.Then(this)),
        GoType.Interface(var node, var by) => new GoType.Interface(node, by.Then(this)),
        GoType.Tuple(var parts) => new GoType.Tuple(Apply(parts)),
        _ => type,
    };

    public IReadOnlyList<GoType> Apply(IReadOnlyList<GoType> types) => types.Count == 0 ? types : [.. types.Select(Apply)];

    private Substitution Then(Substitution next)
    {
        var types = _types.ToDictionary(t => t.Key, t => next.Apply(t.Value));
        foreach (var (parameter, type) in next._types) types.TryAdd(parameter, type);
        return new Substitution(types);
    }
}
