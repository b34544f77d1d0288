using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What type parameters stand for in one use of a generic. Immutable.</summary>
internal sealed class TypeMapper
{
    public static readonly TypeMapper Identity = new([]);

    private readonly Dictionary<TsSymbol, TsType> _map;

    public TypeMapper(Dictionary<TsSymbol, TsType> map) => _map = map;

    public bool IsIdentity => _map.Count == 0;

    public TsType? Find(TsSymbol parameter) => _map.GetValueOrDefault(parameter);

    /// <summary>First this one, then <paramref name="after"/> on what it gave.</summary>
    public TypeMapper Then(TypeMapper after, Func<TsType, TypeMapper, TsType> substitute)
    {
        if (after.IsIdentity) return this;
        if (IsIdentity) return after;
        var map = new Dictionary<TsSymbol, TsType>(after._map);
        foreach (var (parameter, type) in _map) map[parameter] = substitute(type, after);
        return new TypeMapper(map);
    }

    public TypeMapper With(TsSymbol parameter, TsType type) => new(new Dictionary<TsSymbol, TsType>(_map) { [parameter] = type });
}
