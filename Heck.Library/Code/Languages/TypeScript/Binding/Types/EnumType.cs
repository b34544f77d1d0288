using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A value of an enum.</summary>
internal sealed class EnumType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}
