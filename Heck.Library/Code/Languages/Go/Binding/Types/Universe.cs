using Heck.Code.Languages.Go.Binding.Scopes;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>The names that Go declares itself.</summary>
internal static class Universe
{
    private static readonly HashSet<string> Types =
    [
        "any", "bool", "byte", "comparable", "complex64", "complex128", "error", "float32", "float64", "int", "int8", "int16", "int32", "int64", "rune", "string", "uint", "uint8", "uint16",
        "uint32", "uint64", "uintptr",
    ];

    private static readonly HashSet<string> Values = ["true", "false", "iota", "nil"];

    private static readonly HashSet<string> Functions =
        ["append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max", "min", "new", "panic", "print", "println", "real", "recover"];

    private static readonly Dictionary<string, GoObject> All =
        Types.Concat(Values).Concat(Functions).ToDictionary(n => n, n => new GoObject(ObjectKind.Predeclared, n, default, default));

    public static GoObject? Find(string name) => All.GetValueOrDefault(name);

    public static bool IsType(string name) => Types.Contains(name);

    public static bool IsFunction(string name) => Functions.Contains(name);
}
