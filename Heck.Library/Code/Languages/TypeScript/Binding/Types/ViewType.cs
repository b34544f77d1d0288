namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The properties of another type under the same names: <c>Partial</c>, <c>Pick</c> and their like.</summary>
/// <param name="source">Whose properties they are.</param>
/// <param name="keys">Names taken, null for all.</param>
/// <param name="without">True when <paramref name="keys"/> are those left out.</param>
internal sealed class ViewType(TsType source, TsType? keys = null, bool without = false) : TsType
{
    public TsType Source { get; } = source;

    public TsType? Keys { get; } = keys;

    public bool Without { get; } = without;
}
