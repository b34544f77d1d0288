using System.Text;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go.Binding.Syntax;

/// <summary>What the grammar's numbers mean.</summary>
internal static class GoKinds
{
    private static readonly GrammarInfo Info = GrammarInfo.Of(Grammar.Go);
    private static readonly K[] Kinds = Map<K>(Enum.GetValues<K>().Where(k => k is not (K.Other or K.Error)), Info.Kind);
    private static readonly F[] Fields = Map<F>(Enum.GetValues<F>().Where(f => f != F.None), Info.Field);

    public static K KindOf(in SyntaxNode node) => node.IsError ? K.Error : node.IsNamed && node.Kind < Kinds.Length ? Kinds[node.Kind] : K.Other;

    public static F FieldOf(in SyntaxNode node) => node.Field < Fields.Length ? Fields[node.Field] : F.None;

    private static TEnum[] Map<TEnum>(IEnumerable<TEnum> values, Func<string, ushort> id)
        where TEnum : struct, Enum
    {
        var pairs = values.Select(v => (Value: v, Id: id(SnakeCase(v.ToString())))).ToList();
        var map = new TEnum[pairs.Max(p => p.Id) + 1];
        foreach (var (value, at) in pairs) map[at] = value;
        return map;
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
