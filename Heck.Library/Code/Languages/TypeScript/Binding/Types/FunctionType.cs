using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Something callable, or with a construct signature something that <c>new</c> takes.</summary>
/// <param name="nodes">Its signatures; more than one where it is overloaded.</param>
/// <param name="mapper">What the type parameters around it stand for.</param>
internal sealed class FunctionType(IReadOnlyList<TsNode> nodes, TypeMapper mapper) : TsType
{
    public IReadOnlyList<TsNode> Nodes { get; } = nodes;

    public TypeMapper Mapper { get; } = mapper;
}
