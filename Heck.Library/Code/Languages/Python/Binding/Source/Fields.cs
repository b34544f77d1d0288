using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>The fields of the grammar that the binder knows.</summary>
internal static class Fields
{
    private static readonly GrammarInfo Info = GrammarInfo.Of(Grammar.Python);

    public static readonly ushort Alias = Info.Field("alias");
    public static readonly ushort Alternative = Info.Field("alternative");
    public static readonly ushort Arguments = Info.Field("arguments");
    public static readonly ushort Attribute = Info.Field("attribute");
    public static readonly ushort Body = Info.Field("body");
    public static readonly ushort Condition = Info.Field("condition");
    public static readonly ushort Consequence = Info.Field("consequence");
    public static readonly ushort Function = Info.Field("function");
    public static readonly ushort Key = Info.Field("key");
    public static readonly ushort Left = Info.Field("left");
    public static readonly ushort ModuleName = Info.Field("module_name");
    public static readonly ushort Name = Info.Field("name");
    public static readonly ushort Object = Info.Field("object");
    public static readonly ushort Operator = Info.Field("operator");
    public static readonly ushort Parameters = Info.Field("parameters");
    public static readonly ushort ReturnType = Info.Field("return_type");
    public static readonly ushort Right = Info.Field("right");
    public static readonly ushort Subscript = Info.Field("subscript");
    public static readonly ushort Superclasses = Info.Field("superclasses");
    public static readonly ushort Type = Info.Field("type");
    public static readonly ushort TypeParameters = Info.Field("type_parameters");
    public static readonly ushort Value = Info.Field("value");
}
