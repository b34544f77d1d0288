using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>An alias met while it was being resolved; looked at again when it is needed.</summary>
internal sealed class DeferredType(TsSymbol alias, IReadOnlyList<TsType> arguments) : TsType
{
    public TsSymbol Alias { get; } = alias;

    public IReadOnlyList<TsType> Arguments { get; } = arguments;
}
