using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

/// <summary>The names of the grammar, resolved once.</summary>
internal sealed class PythonGrammar
{
    private static readonly (string Kind, NodeRule Rule)[] Table =
    [
        ("identifier", NodeRule.Identifier),
        ("class_definition", NodeRule.Class),
        ("function_definition", NodeRule.Function),
        ("decorated_definition", NodeRule.Decorated),
        ("decorator", NodeRule.Decorator),
        ("lambda", NodeRule.Lambda),
        ("parameters", NodeRule.Parameters),
        ("lambda_parameters", NodeRule.Parameters),
        ("default_parameter", NodeRule.Parameter),
        ("typed_default_parameter", NodeRule.Parameter),
        ("typed_parameter", NodeRule.TypedParameter),
        ("assignment", NodeRule.Assignment),
        ("augmented_assignment", NodeRule.Augmented),
        ("type_alias_statement", NodeRule.TypeAlias),
        ("type", NodeRule.Type),
        ("for_statement", NodeRule.For),
        ("for_in_clause", NodeRule.ComprehensionFor),
        ("as_pattern_target", NodeRule.Target),
        ("named_expression", NodeRule.Walrus),
        ("call", NodeRule.Call),
        ("attribute", NodeRule.Attribute),
        ("keyword_argument", NodeRule.Keyword),
        ("import_statement", NodeRule.Import),
        ("import_from_statement", NodeRule.ImportFrom),
        ("future_import_statement", NodeRule.FutureImport),
        ("if_statement", NodeRule.If),
        ("case_pattern", NodeRule.CasePattern),
        ("class_pattern", NodeRule.ClassPattern),
        ("keyword_pattern", NodeRule.KeywordPattern),
        ("splat_pattern", NodeRule.SplatPattern),
        ("as_pattern", NodeRule.AsPattern),
    ];

    // Fields
    public readonly ushort
        Name, Body, Left, Right, Function, Attribute, Value, Arguments, Superclasses, TypeParameters, Definition, ModuleName, Alias, Condition, Consequence;

    // Kinds
    public readonly ushort
        Identifier, AttributeNode, Subscript, Call, DottedName, AliasedImport, WildcardImport, ExpressionStatement, String, StringStart,
        StringContent, Comment;

    private readonly NodeRule[] _rules;

    public PythonGrammar()
    {
        var info = GrammarInfo.Of(Grammar.Python);
        _rules = new NodeRule[Table.Max(t => info.Kind(t.Kind)) + 1];
        foreach (var (kind, rule) in Table) _rules[info.Kind(kind)] = rule;
        Name = info.Field("name");
        Body = info.Field("body");
        Left = info.Field("left");
        Right = info.Field("right");
        Function = info.Field("function");
        Attribute = info.Field("attribute");
        Value = info.Field("value");
        Arguments = info.Field("arguments");
        Superclasses = info.Field("superclasses");
        TypeParameters = info.Field("type_parameters");
        Definition = info.Field("definition");
        ModuleName = info.Field("module_name");
        Alias = info.Field("alias");
        Condition = info.Field("condition");
        Consequence = info.Field("consequence");
        Identifier = info.Kind("identifier");
        AttributeNode = info.Kind("attribute");
        Subscript = info.Kind("subscript");
        Call = info.Kind("call");
        DottedName = info.Kind("dotted_name");
        AliasedImport = info.Kind("aliased_import");
        WildcardImport = info.Kind("wildcard_import");
        ExpressionStatement = info.Kind("expression_statement");
        String = info.Kind("string");
        StringStart = info.Kind("string_start");
        StringContent = info.Kind("string_content");
        Comment = info.Kind("comment");
    }

    public NodeRule Rule(ushort kind) => kind < _rules.Length ? _rules[kind] : NodeRule.None;
}
