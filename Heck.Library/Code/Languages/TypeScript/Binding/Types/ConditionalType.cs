using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A conditional type that waits for its type parameters, or whose test cannot be decided.</summary>
internal sealed class ConditionalType(TsNode node, TypeMapper mapper) : UnknownType("a conditional type is not evaluated")
{
    public TsNode Node { get; } = node;

    public TypeMapper Mapper { get; } = mapper;
}
