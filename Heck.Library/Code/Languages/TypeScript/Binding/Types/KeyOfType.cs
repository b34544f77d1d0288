namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class KeyOfType(TsType of) : TsType
{
    public TsType Of { get; } = of;
}
