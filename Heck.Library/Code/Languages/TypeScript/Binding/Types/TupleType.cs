namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class TupleType(IReadOnlyList<TsType> elements) : TsType
{
    public IReadOnlyList<TsType> Elements { get; } = elements;
}
