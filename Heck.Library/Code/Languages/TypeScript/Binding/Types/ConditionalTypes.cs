using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Conditional types are not evaluated: a value of one may be of either branch where both are known.</summary>
internal static class ConditionalTypes
{
    public static TsType Read(TsProgram program, TsNode node)
    {
        var hasInfer = node.Get(F.Right).Subtree.Any(n => n.Kind == K.InferType);
        if (hasInfer) return new UnknownType("a conditional type is not evaluated");
        var branches = new[] { node.Get(F.Consequence), node.Get(F.Alternative) }.Select(program.Types.Nodes.TypeOf).Where(t => t is not PrimitiveType { Name: "never" }).ToList();
        return branches.Count == 1 ? branches[0] : new UnknownType("a conditional type is not evaluated");
    }
}
