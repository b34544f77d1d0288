using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Names such as <c>A.B.C</c>, which the grammar nests in several shapes.</summary>
internal static class DottedName
{
    /// <summary>The parts from left to right; empty when some part is no plain name.</summary>
    public static IReadOnlyList<TsNode> PartsOf(TsNode node)
    {
        var parts = new List<TsNode>();
        return Collect(node, parts) ? parts : [];
    }

    private static bool Collect(TsNode node, List<TsNode> parts)
    {
        switch (node.Kind)
        {
            case K.Identifier or K.TypeIdentifier or K.PropertyIdentifier:
                parts.Add(node);
                return true;
            case K.NestedIdentifier or K.MemberExpression:
                return Collect(node.Get(F.Object), parts) && Collect(node.Get(F.Property), parts);
            case K.NestedTypeIdentifier:
                return Collect(node.Get(F.Module), parts) && Collect(node.Get(F.Name), parts);
            default:
                return false;
        }
    }
}
