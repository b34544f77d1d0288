using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

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

/// <summary>Cannot be decided; says why.</summary>
internal sealed class UnknownType(string why) : TsType
{
    public string Why { get; } = why;
}

/// <summary>Known to come from outside the workspace, with all its members.</summary>
internal sealed class ExternalType(string from) : TsType
{
    public string From { get; } = from;
}

internal sealed class PrimitiveType(string name) : TsType
{
    public string Name { get; } = name;

    public bool IsNullish => Name is "undefined" or "null" or "void";
}

/// <summary>A string, number or enum-member literal; the latter by its symbol.</summary>
internal sealed class LiteralType(string text, bool isString, TsSymbol? member = null) : TsType
{
    public string Text { get; } = text;

    public bool IsString { get; } = isString;

    public TsSymbol? Member { get; } = member;
}

/// <summary>An instance of a class, or a value of an interface.</summary>
internal sealed class InstanceType(TsSymbol symbol, IReadOnlyList<TsType> arguments) : TsType
{
    public TsSymbol Symbol { get; } = symbol;

    public IReadOnlyList<TsType> Arguments { get; } = arguments;
}

/// <summary>The class, enum, namespace or function itself.</summary>
internal sealed class ValueType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}

internal sealed class ModuleType(ModuleExports module) : TsType
{
    public ModuleExports Module { get; } = module;
}

/// <summary>The type of an object literal, or a type literal.</summary>
internal sealed class ObjectType(TsNode node, TypeMapper mapper) : TsType
{
    public TsNode Node { get; } = node;

    public TypeMapper Mapper { get; } = mapper;
}

/// <summary>Something callable, or with a construct signature something that <c>new</c> takes.</summary>
/// <param name="nodes">Its signatures; more than one where it is overloaded.</param>
/// <param name="mapper">What the type parameters around it stand for.</param>
internal sealed class FunctionType(IReadOnlyList<TsNode> nodes, TypeMapper mapper) : TsType
{
    public IReadOnlyList<TsNode> Nodes { get; } = nodes;

    public TypeMapper Mapper { get; } = mapper;
}

internal sealed class TupleType(IReadOnlyList<TsType> elements) : TsType
{
    public IReadOnlyList<TsType> Elements { get; } = elements;
}

internal sealed class UnionType(IReadOnlyList<TsType> types) : TsType
{
    public IReadOnlyList<TsType> Types { get; } = types;
}

internal sealed class IntersectionType(IReadOnlyList<TsType> types) : TsType
{
    public IReadOnlyList<TsType> Types { get; } = types;
}

internal sealed class ParameterType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}

internal sealed class KeyOfType(TsType of) : TsType
{
    public TsType Of { get; } = of;
}

/// <summary><c>T[K]</c> that could not be looked up yet, since T or K is a type parameter.</summary>
internal sealed class LookupType(TsType owner, TsType key) : TsType
{
    public TsType Owner { get; } = owner;

    public TsType Key { get; } = key;
}

/// <summary>The properties of another type under the same names: <c>Partial</c>, <c>Pick</c> and their like.</summary>
/// <param name="source">Whose properties they are.</param>
/// <param name="keys">Names taken, null for all.</param>
/// <param name="without">True when <paramref name="keys"/> are those left out.</param>
internal sealed class ViewType(TsType source, TsType? keys = null, bool without = false) : TsType
{
    public TsType Source { get; } = source;

    public TsType? Keys { get; } = keys;

    public bool Without { get; } = without;
}

/// <summary>A mapped type as written.</summary>
internal sealed class MappedType(TsNode signature, TypeMapper mapper) : TsType
{
    public TsNode Signature { get; } = signature;

    public TypeMapper Mapper { get; } = mapper;
}

/// <summary>An alias met while it was being resolved; looked at again when it is needed.</summary>
internal sealed class DeferredType(TsSymbol alias, IReadOnlyList<TsType> arguments) : TsType
{
    public TsSymbol Alias { get; } = alias;

    public IReadOnlyList<TsType> Arguments { get; } = arguments;
}

/// <summary>A value of an enum.</summary>
internal sealed class EnumType(TsSymbol symbol) : TsType
{
    public TsSymbol Symbol { get; } = symbol;
}
