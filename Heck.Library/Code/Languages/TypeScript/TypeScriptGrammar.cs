using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>The names of one of the three grammars, resolved once.</summary>
internal sealed class TypeScriptGrammar
{
    private static readonly (string Kind, NodeRule Rule)[] Common =
    [
        ("comment", NodeRule.Comment),
        ("identifier", NodeRule.Identifier),
        ("property_identifier", NodeRule.PropertyIdentifier),
        ("private_property_identifier", NodeRule.PropertyIdentifier),
        ("shorthand_property_identifier", NodeRule.Shorthand),
        ("shorthand_property_identifier_pattern", NodeRule.ShorthandPattern),
        ("class_declaration", NodeRule.Class),
        ("class", NodeRule.Class),
        ("class_body", NodeRule.ClassBody),
        ("class_static_block", NodeRule.StaticBlock),
        ("class_heritage", NodeRule.Heritage),
        ("function_declaration", NodeRule.Function),
        ("generator_function_declaration", NodeRule.Function),
        ("function_expression", NodeRule.Function),
        ("generator_function", NodeRule.Function),
        ("arrow_function", NodeRule.ArrowFunction),
        ("method_definition", NodeRule.Method),
        ("lexical_declaration", NodeRule.Variables),
        ("variable_declaration", NodeRule.Variables),
        ("variable_declarator", NodeRule.Declarator),
        ("for_statement", NodeRule.Block),
        ("for_in_statement", NodeRule.ForIn),
        ("statement_block", NodeRule.Block),
        ("switch_body", NodeRule.Block),
        ("catch_clause", NodeRule.Catch),
        ("formal_parameters", NodeRule.Parameters),
        ("export_statement", NodeRule.Export),
        ("import_statement", NodeRule.Import),
        ("call_expression", NodeRule.Call),
        ("new_expression", NodeRule.New),
        ("member_expression", NodeRule.Member),
        ("decorator", NodeRule.Decorator),
        ("assignment_expression", NodeRule.Assignment),
        ("augmented_assignment_expression", NodeRule.Assignment),
        ("update_expression", NodeRule.Update),
    ];

    private static readonly (string Kind, NodeRule Rule)[] TypeScriptOnly =
    [
        ("type_identifier", NodeRule.TypeIdentifier),
        ("abstract_class_declaration", NodeRule.Class),
        ("interface_declaration", NodeRule.Interface),
        ("enum_declaration", NodeRule.Enum),
        ("type_alias_declaration", NodeRule.TypeAlias),
        ("module", NodeRule.Namespace),
        ("internal_module", NodeRule.Namespace),
        ("ambient_declaration", NodeRule.Ambient),
        ("function_signature", NodeRule.Function),
        ("method_signature", NodeRule.Method),
        ("abstract_method_signature", NodeRule.Method),
        ("public_field_definition", NodeRule.Field),
        ("property_signature", NodeRule.PropertySignature),
        ("function_type", NodeRule.FunctionType),
        ("constructor_type", NodeRule.FunctionType),
        ("call_signature", NodeRule.FunctionType),
        ("construct_signature", NodeRule.FunctionType),
        ("index_signature", NodeRule.IndexSignature),
        ("required_parameter", NodeRule.Parameter),
        ("optional_parameter", NodeRule.Parameter),
        ("extends_clause", NodeRule.Heritage),
        ("extends_type_clause", NodeRule.Implements),
        ("implements_clause", NodeRule.Implements),
        ("generic_type", NodeRule.GenericType),
        ("nested_type_identifier", NodeRule.QualifiedType),
        ("type_parameter", NodeRule.BoundType),
        ("infer_type", NodeRule.BoundType),
        ("mapped_type_clause", NodeRule.BoundType),
        ("import_alias", NodeRule.ImportAlias),
    ];

    private static readonly (string Kind, NodeRule Rule)[] JsxOnly =
    [
        ("jsx_opening_element", NodeRule.JsxElement),
        ("jsx_self_closing_element", NodeRule.JsxElement),
        ("jsx_closing_element", NodeRule.JsxClosing),
        ("jsx_namespace_name", NodeRule.JsxNamespace),
    ];

    private static readonly (string Kind, NodeRule Rule)[] JavaScriptOnly =
    [
        ("field_definition", NodeRule.Field),
        ("using_declaration", NodeRule.Variables),
    ];

    // Fields
    public readonly ushort
        Name, Body, Value, Left, Right, Kind, Function, Arguments, Constructor, Property, Source, Alias, Declaration, Key,
        Parameter, Pattern;

    // Kinds and words
    public readonly ushort
        String, StringFragment, Identifier, CallExpression, MemberExpression, SubscriptExpression, ImportWord, ImportSpecifier,
        NamespaceImport, ImportClause, ImportRequire, ExportClause, ExportSpecifier, NamespaceExport, ObjectLiteral, Pair,
        ShorthandProperty, ObjectPattern, PairPattern, ShorthandPattern, AccessibilityModifier,
        OverrideModifier, EnumAssignment, TypeAnnotation, StatementBlock, Readonly, Type, GlobalWord, Get,
        Set, Let, Var, Star;

    private readonly NodeRule[] _rules;

    public TypeScriptGrammar(Grammar grammar)
    {
        var info = GrammarInfo.Of(grammar);
        var typed = grammar != Grammar.JavaScript;
        _rules = Rules(info, [.. Common, .. typed ? TypeScriptOnly : JavaScriptOnly, .. grammar == Grammar.TypeScript ? [] : JsxOnly]);
        Name = info.Field("name");
        Body = info.Field("body");
        Value = info.Field("value");
        Left = info.Field("left");
        Right = info.Field("right");
        Kind = info.Field("kind");
        Function = info.Field("function");
        Arguments = info.Field("arguments");
        Constructor = info.Field("constructor");
        Property = info.Field("property");
        Source = info.Field("source");
        Alias = info.Field("alias");
        Declaration = info.Field("declaration");
        Key = info.Field("key");
        Parameter = info.Field("parameter");
        Pattern = info.Field("pattern");
        String = info.Kind("string");
        StringFragment = info.Kind("string_fragment");
        Identifier = info.Kind("identifier");
        CallExpression = info.Kind("call_expression");
        MemberExpression = info.Kind("member_expression");
        SubscriptExpression = info.Kind("subscript_expression");
        ImportWord = info.Kind("import");
        ImportSpecifier = info.Kind("import_specifier");
        NamespaceImport = info.Kind("namespace_import");
        ImportClause = info.Kind("import_clause");
        ImportRequire = typed ? info.Kind("import_require_clause") : GrammarInfo.NoKind;
        ExportClause = info.Kind("export_clause");
        ExportSpecifier = info.Kind("export_specifier");
        NamespaceExport = info.Kind("namespace_export");
        ObjectLiteral = info.Kind("object");
        Pair = info.Kind("pair");
        ShorthandProperty = info.Kind("shorthand_property_identifier");
        ObjectPattern = info.Kind("object_pattern");
        PairPattern = info.Kind("pair_pattern");
        ShorthandPattern = info.Kind("shorthand_property_identifier_pattern");
        AccessibilityModifier = typed ? info.Kind("accessibility_modifier") : GrammarInfo.NoKind;
        OverrideModifier = typed ? info.Kind("override_modifier") : GrammarInfo.NoKind;
        EnumAssignment = typed ? info.Kind("enum_assignment") : GrammarInfo.NoKind;
        TypeAnnotation = typed ? info.Kind("type_annotation") : GrammarInfo.NoKind;
        StatementBlock = info.Kind("statement_block");
        Readonly = typed ? info.Token("readonly") : GrammarInfo.NoKind;
        Type = typed ? info.Token("type") : GrammarInfo.NoKind;
        GlobalWord = typed ? info.Token("global") : GrammarInfo.NoKind;
        Get = info.Token("get");
        Set = info.Token("set");
        Let = info.Token("let");
        Var = info.Token("var");
        Star = info.Token("*");
    }

    public NodeRule Rule(ushort kind) => kind < _rules.Length ? _rules[kind] : NodeRule.None;

    private static NodeRule[] Rules(GrammarInfo info, IReadOnlyList<(string Kind, NodeRule Rule)> table)
    {
        var byKind = table.ToDictionary(t => (int)info.Kind(t.Kind), t => t.Rule);
        var rules = new NodeRule[byKind.Keys.Max() + 1];
        foreach (var (kind, rule) in byKind) rules[kind] = rule;
        return rules;
    }
}
