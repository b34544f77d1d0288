using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

/// <summary>The names of the grammar, resolved once.</summary>
internal sealed class GoGrammar
{
    private static readonly (string Kind, NodeRule Rule)[] Table =
    [
        ("comment", NodeRule.Comment),
        ("identifier", NodeRule.Identifier),
        ("package_identifier", NodeRule.Identifier),
        ("type_identifier", NodeRule.TypeIdentifier),
        ("field_identifier", NodeRule.FieldIdentifier),
        ("package_clause", NodeRule.Package),
        ("import_spec", NodeRule.Import),
        ("function_declaration", NodeRule.Function),
        ("method_declaration", NodeRule.Method),
        ("func_literal", NodeRule.FunctionLiteral),
        ("parameter_declaration", NodeRule.Parameter),
        ("variadic_parameter_declaration", NodeRule.Parameter),
        ("type_parameter_declaration", NodeRule.Parameter),
        ("type_declaration", NodeRule.Declaration),
        ("var_declaration", NodeRule.Declaration),
        ("const_declaration", NodeRule.Declaration),
        ("type_spec", NodeRule.TypeSpec),
        ("type_alias", NodeRule.TypeSpec),
        ("var_spec", NodeRule.VariableSpec),
        ("const_spec", NodeRule.ConstantSpec),
        ("field_declaration", NodeRule.Field),
        ("method_elem", NodeRule.InterfaceMethod),
        ("type_elem", NodeRule.InterfaceType),
        ("call_expression", NodeRule.Call),
        ("type_conversion_expression", NodeRule.Conversion),
        ("selector_expression", NodeRule.Selector),
        ("generic_type", NodeRule.GenericType),
        ("qualified_type", NodeRule.QualifiedType),
        ("assignment_statement", NodeRule.Assignment),
        ("inc_statement", NodeRule.Increment),
        ("dec_statement", NodeRule.Increment),
        ("short_var_declaration", NodeRule.ShortVariable),
        ("range_clause", NodeRule.Range),
        ("receive_statement", NodeRule.Range),
        ("type_switch_statement", NodeRule.TypeSwitch),
        ("keyed_element", NodeRule.KeyedElement),
    ];

    // Fields
    public readonly ushort Name, Type, Value, Body, Receiver, Path, Function, FieldName, Left, Alias, Key;

    // Kinds
    public readonly ushort
        Comment, Identifier, TypeIdentifier, PackageIdentifier, TypeDeclaration, TypeAlias, StructType, InterfaceType, QualifiedType, GenericType,
        SelectorExpression, Define;

    private readonly NodeRule[] _rules;

    public GoGrammar()
    {
        var info = GrammarInfo.Of(Grammar.Go);
        _rules = new NodeRule[Table.Max(t => info.Kind(t.Kind)) + 1];
        foreach (var (kind, rule) in Table) _rules[info.Kind(kind)] = rule;
        Name = info.Field("name");
        Type = info.Field("type");
        Value = info.Field("value");
        Body = info.Field("body");
        Receiver = info.Field("receiver");
        Path = info.Field("path");
        Function = info.Field("function");
        FieldName = info.Field("field");
        Left = info.Field("left");
        Alias = info.Field("alias");
        Key = info.Field("key");
        Comment = info.Kind("comment");
        Identifier = info.Kind("identifier");
        TypeIdentifier = info.Kind("type_identifier");
        PackageIdentifier = info.Kind("package_identifier");
        TypeDeclaration = info.Kind("type_declaration");
        TypeAlias = info.Kind("type_alias");
        StructType = info.Kind("struct_type");
        InterfaceType = info.Kind("interface_type");
        QualifiedType = info.Kind("qualified_type");
        GenericType = info.Kind("generic_type");
        SelectorExpression = info.Kind("selector_expression");
        Define = info.Token(":=");
    }

    public NodeRule Rule(ushort kind) => kind < _rules.Length ? _rules[kind] : NodeRule.None;
}
