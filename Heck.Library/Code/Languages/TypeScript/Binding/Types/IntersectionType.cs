namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class IntersectionType(IReadOnlyList<TsType> types) : TsType
{
    public IReadOnlyList<TsType> Types { get; } = types;
}
