using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What type parameters stand for in one use of a generic. Immutable.</summary>
internal sealed class TypeMapper
{
    public static readonly TypeMapper Identity = new([]);

    private readonly Dictionary<TsSymbol, TsType> _map;

    public TypeMapper(Dictionary<TsSymbol, TsType> map) => _map = map;

    public bool IsIdentity => _map.Count == 0;

    public IEnumerable<KeyValuePair<TsSymbol, TsType>> All => _map;

    public Dictionary<TsSymbol, TsType> Copy() => new(_map);

    public TsType? Find(TsSymbol parameter) => _map.GetValueOrDefault(parameter);

    public TypeMapper With(TsSymbol parameter, TsType type) => new(new Dictionary<TsSymbol, TsType>(_map) { [parameter] = type });
}
