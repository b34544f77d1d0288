using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>An instance of a class, or a value of an interface.</summary>
internal sealed class InstanceType(TsSymbol symbol, IReadOnlyList<TsType> arguments) : TsType
{
    public TsSymbol Symbol { get; } = symbol;

    public IReadOnlyList<TsType> Arguments { get; } = arguments;
}
