using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The type of an object literal, or a type literal.</summary>
internal sealed class ObjectType(TsNode node, TypeMapper mapper) : TsType
{
    public TsNode Node { get; } = node;

    public TypeMapper Mapper { get; } = mapper;
}
