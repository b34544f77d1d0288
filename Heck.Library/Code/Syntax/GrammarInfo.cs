using Heck.Code.Syntax.Native;

namespace Heck.Code.Syntax;

/// <summary>
/// The names of a grammar's node kinds and fields. An unknown name throws, so that an updated grammar cannot silently lose rules:
/// resolve names once, into fields of the type that has the rules.
/// </summary>
internal sealed class GrammarInfo
{
    /// <summary>The kind of ERROR nodes in every grammar.</summary>
    public const ushort ErrorKind = ushort.MaxValue;

    /// <summary>For a kind that a grammar lacks and its sister has: the id of the end of the text, which no node has.</summary>
    public const ushort NoKind = 0;

    private static readonly Lazy<GrammarInfo>[] All = [.. Enum.GetValues<Grammar>().Select(g => new Lazy<GrammarInfo>(() => new(g)))];

    private readonly Grammar _grammar;
    private readonly Dictionary<string, ushort> _named = new() { ["ERROR"] = ErrorKind };
    private readonly Dictionary<string, ushort> _tokens = [];
    private readonly Dictionary<string, ushort> _fields = [];
    private readonly string[] _kindNames;
    private readonly string[] _fieldNames;

    private GrammarInfo(Grammar grammar)
    {
        _grammar = grammar;
        var language = NativeSyntax.hk_language((uint)grammar);
        _kindNames = ReadKinds(language);
        _fieldNames = ReadFields(language);
    }

    public static GrammarInfo Of(Grammar grammar) => All[(int)grammar].Value;

    /// <summary>The id of a named node (<c>class_declaration</c>) or, where no named node is called so, of a token (<c>"=>"</c>).</summary>
    public ushort Kind(string name) =>
        _named.TryGetValue(name, out var id) ? id : Token(name);

    /// <summary>As <see cref="Kind"/>, for names that users give; null for an unknown one.</summary>
    public ushort? KindOrNull(string name) => _named.TryGetValue(name, out var id) || _tokens.TryGetValue(name, out id) ? id : null;

    /// <summary>The id of a token, for words that are the name of a named node too (<c>import</c> in TypeScript).</summary>
    public ushort Token(string name) =>
        _tokens.TryGetValue(name, out var id) ? id : throw Unknown("node kind", name);

    public ushort Field(string name) =>
        _fields.TryGetValue(name, out var id) ? id : throw Unknown("field", name);

    public string KindName(ushort kind) => kind == ErrorKind ? "ERROR" : _kindNames[kind];

    /// <summary>Empty for 0, which means no field.</summary>
    public string FieldName(ushort field) => _fieldNames[field];

    private string[] ReadKinds(nint language)
    {
        var names = new string[NativeSyntax.hk_symbol_count(language)];
        for (var id = 0; id < names.Length; id++)
        {
            names[id] = NativeSyntax.SymbolName(language, id);
            var table = NativeSyntax.hk_symbol_type(language, (uint)id) switch { 0 => _named, 1 => _tokens, _ => null };
            table?.TryAdd(names[id], (ushort)NativeSyntax.hk_public_symbol(language, (uint)id));
        }
        return names;
    }

    private string[] ReadFields(nint language)
    {
        var names = new string[NativeSyntax.hk_field_count(language) + 1];
        names[0] = "";
        for (var id = 1; id < names.Length; id++)
        {
            names[id] = NativeSyntax.FieldName(language, id);
            _fields.Add(names[id], (ushort)id);
        }
        return names;
    }

    private InvalidOperationException Unknown(string what, string name) => new($"The grammar {_grammar} has no {what} '{name}'.");
}
