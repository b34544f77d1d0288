namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Cannot be decided; says why.</summary>
internal class UnknownType(string why) : TsType
{
    public string Why { get; } = why;
}
