namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Known to come from outside the workspace, with all its members.</summary>
internal sealed class ExternalType(string from) : TsType
{
    public string From { get; } = from;
}
