namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary><c>T[K]</c> that could not be looked up yet, since T or K is a type parameter.</summary>
internal sealed class LookupType(TsType owner, TsType key) : TsType
{
    public TsType Owner { get; } = owner;

    public TsType Key { get; } = key;
}
