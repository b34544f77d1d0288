using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class ParameterType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}
