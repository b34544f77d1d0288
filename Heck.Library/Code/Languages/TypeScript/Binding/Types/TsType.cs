namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What is known of a value's type: enough to say whose property a name after a dot is, not enough to check a program.</summary>
internal abstract class TsType
{
    public static readonly PrimitiveType String = new("string");
    public static readonly PrimitiveType Number = new("number");
    public static readonly PrimitiveType Boolean = new("boolean");
    public static readonly PrimitiveType Undefined = new("undefined");
    public static readonly PrimitiveType Null = new("null");
    public static readonly PrimitiveType Void = new("void");
    public static readonly PrimitiveType Never = new("never");

    /// <summary>The type of <c>unknown</c> and <c>object</c>: known to have no properties.</summary>
    public static readonly PrimitiveType Opaque = new("unknown");
    public static readonly UnknownType Any = new("the value is of type any");
}
