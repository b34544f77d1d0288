using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A string, number or enum-member literal; the latter by its symbol.</summary>
internal sealed class LiteralType(string text, bool isString, TsSymbol? member = null) : TsType
{
    public string Text { get; } = text;

    public bool IsString { get; } = isString;

    public TsSymbol? Member { get; } = member;
}
