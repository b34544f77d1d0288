using System.Text;
using Heck.Code.Syntax;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Binding.Syntax;

/// <summary>Which grammar reads a file, and what its numbers mean. JavaScript is read as TSX, so that one set of shapes serves both.</summary>
internal sealed class TsGrammar
{
    private static readonly Lazy<TsGrammar> TypeScript = new(() => new(Grammar.TypeScript));
    private static readonly Lazy<TsGrammar> Tsx = new(() => new(Grammar.Tsx));

    private readonly K[] _kinds;
    private readonly F[] _fields;
    private readonly GrammarInfo _info;

    private TsGrammar(Grammar grammar)
    {
        Grammar = grammar;
        _info = GrammarInfo.Of(grammar);
        _kinds = Map<K>(Enum.GetValues<K>().Where(k => k is not (K.Other or K.Error) && (IsJsx(k) ? grammar == Grammar.Tsx : k != K.TypeAssertion || grammar == Grammar.TypeScript)), n => _info.Kind(n));
        _fields = Map<F>(Enum.GetValues<F>().Where(f => f != F.None), n => _info.Field(n));
    }

    public Grammar Grammar { get; }

    public static TsGrammar Of(RepoPath path) => path.Extension is ".ts" or ".mts" or ".cts" ? TypeScript.Value : Tsx.Value;

    public K KindOf(in SyntaxNode node) => node.IsError ? K.Error : node.IsNamed && node.Kind < _kinds.Length ? _kinds[node.Kind] : K.Other;

    public F FieldOf(in SyntaxNode node) => node.Field < _fields.Length ? _fields[node.Field] : F.None;

    private static bool IsJsx(K kind) => kind is >= K.JsxElement and <= K.JsxNamespaceName;

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
