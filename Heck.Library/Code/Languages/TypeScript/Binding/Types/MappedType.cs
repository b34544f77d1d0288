using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A mapped type as written.</summary>
internal sealed class MappedType(TsNode signature, TypeMapper mapper) : TsType
{
    public TsNode Signature { get; } = signature;

    public TypeMapper Mapper { get; } = mapper;
}
