using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The class, enum, namespace or function itself.</summary>
internal sealed class NamedValueType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}
