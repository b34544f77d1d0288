using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>A type as far as it can be proved from what is written.</summary>
internal abstract record GoType
{
    public static readonly GoType Bool = new Basic("bool");
    public static readonly GoType Int = new Basic("int");
    public static readonly GoType String = new Basic("string");
    public static readonly GoType Rune = new Basic("rune");
    public static readonly GoType Any = new Basic("any");
    public static readonly GoType None = new Tuple([]);

    /// <summary>The type this points to, or this.</summary>
    public GoType Pointed => this is Pointer(var element) ? element : this;

    public sealed record Unknown(string Why) : GoType;

    /// <summary>A type, value or function from outside the workspace. Nothing that it leads to is the workspace's, but for its arguments.</summary>
    public sealed record External(string Path, string Name, IReadOnlyList<GoType> Arguments) : GoType
    {
        public External(string path, string name)
            : this(path, name, [])
        {
        }

        public string Full => $"{Path}.{Name}";
    }

    /// <summary>A predeclared type, or the type of an untyped constant.</summary>
    public sealed record Basic(string Name) : GoType
    {
        public bool IsUntyped => Name.StartsWith("untyped ", StringComparison.Ordinal);
    }

    public sealed record Named(GoObject Object, IReadOnlyList<GoType> Arguments) : GoType;

    /// <summary>A type parameter.</summary>
    public sealed record Parameter(GoObject Object) : GoType;

    public sealed record Pointer(GoType Element) : GoType;

    public sealed record Slice(GoType Element) : GoType;

    public sealed record Array(GoType Element) : GoType
    {
        /// <summary>The length as it is written where it is a number; null for any other.</summary>
        public string? Length { get; init; }
    }

    public sealed record Map(GoType Key, GoType Value) : GoType;

    public sealed record Channel(GoType Element) : GoType
    {
        /// <summary><c>chan</c>, <c>chan&lt;-</c> or <c>&lt;-chan</c>.</summary>
        public string Direction { get; init; } = "chan";
    }

    public sealed record Function(IReadOnlyList<GoType> Parameters, IReadOnlyList<GoType> Results, bool IsVariadic, IReadOnlyList<GoObject> TypeParameters) : GoType;

    public sealed record Struct(GoNode Node, Substitution By) : GoType;

    public sealed record Interface(GoNode Node, Substitution By) : GoType;

    /// <summary>What a call gives that has not exactly one result.</summary>
    public sealed record Tuple(IReadOnlyList<GoType> Parts) : GoType;
}
