using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>One way in which something can be called.</summary>
/// <param name="Node">The function, method or signature.</param>
/// <param name="Mapper">What type parameters around it, and after inference its own, stand for.</param>
internal readonly record struct Signature(TsNode Node, TypeMapper Mapper)
{
    public IReadOnlyList<TsNode> Parameters => Node.Get(F.Parameter) is { Exists: true } single
        ? [single]
        : [.. Node.Get(F.Parameters).Named.Where(p => p.Get(F.Pattern).Kind != K.This)];

    public bool HasRest => Parameters is [.., var last] && IsRest(last);

    public int Required => Parameters.TakeWhile(p => p.Kind == K.RequiredParameter && p.Get(F.Value).IsNone && !IsRest(p)).Count();

    public static bool IsRest(TsNode parameter) => parameter.Kind is K.RequiredParameter or K.OptionalParameter && parameter.Get(F.Pattern).Kind == K.RestPattern;
}
