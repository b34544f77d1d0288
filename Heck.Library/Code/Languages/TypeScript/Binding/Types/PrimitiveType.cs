namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class PrimitiveType(string name) : TsType
{
    public string Name { get; } = name;

    public bool IsNullish => Name is "undefined" or "null" or "void";
}
