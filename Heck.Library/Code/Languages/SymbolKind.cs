using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Languages;

/// <summary>What a declared symbol is. Local variables and parameters are no symbols of the index.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SymbolKind>))]
public enum SymbolKind
{
    /// <summary>A namespace or a TypeScript module block.</summary>
    Namespace,

    /// <summary>A class.</summary>
    Class,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>A C# record.</summary>
    Record,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A member of an enumeration.</summary>
    EnumMember,

    /// <summary>An alias of a type.</summary>
    TypeAlias,

    /// <summary>A defined type that is none of the others, such as Go's <c>type ID string</c>.</summary>
    Type,

    /// <summary>A C# delegate.</summary>
    Delegate,

    /// <summary>A function, named local functions included.</summary>
    Function,

    /// <summary>A method, or a method signature of an interface.</summary>
    Method,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>A property, a getter or a setter.</summary>
    Property,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A C# event.</summary>
    Event,

    /// <summary>A variable of a module, package or class scope that can be assigned again.</summary>
    Variable,

    /// <summary>A constant of a module, package or class scope.</summary>
    Constant,
}
