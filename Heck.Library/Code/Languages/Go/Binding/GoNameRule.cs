using System.Globalization;
using System.Text;

namespace Heck.Code.Languages.Go.Binding;

/// <summary>Which names Go allows.</summary>
internal static class GoNameRule
{
    private static readonly HashSet<string> Keywords =
    [
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range", "return",
        "select", "struct", "switch", "type", "var",
    ];

    private static readonly string[] TestPrefixes = ["Test", "Benchmark", "Example", "Fuzz"];

    /// <summary>The beginning by which the testing package knows a function.</summary>
    public static string? TestPrefixOf(string name) =>
        Array.Find(TestPrefixes, p => name.StartsWith(p, StringComparison.Ordinal) && (name.Length == p.Length || !Rune.IsLower(Rune.GetRuneAt(name, p.Length))));

    /// <summary>Why a name cannot be used; null when it can.</summary>
    public static string? Reject(string name, string kind)
    {
        if (!IsIdentifier(name)) return "it is not an identifier";
        if (Keywords.Contains(name)) return "it is a keyword";
        if (name == "_") return "the blank identifier declares nothing, so that uses of it would have no meaning";
        if (name is "nil" or "true" or "false" or "iota") return "it is a value of Go itself";
        if (Array.Find(TestPrefixes, p => kind == $"{p} function") is { } prefix && TestPrefixOf(name) != prefix) return $"only functions that begin with {prefix} are run as such";
        return name == "init" && kind is "function" or "type" or "import" ? "at package level only a function without parameters may be called init, and it cannot be used" : null;
    }

    private static bool IsIdentifier(string name)
    {
        var isFirst = true;
        foreach (var rune in name.EnumerateRunes())
        {
            var isLetter = rune.Value == '_' || Rune.IsLetter(rune);
            if (!isLetter && (isFirst || Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber)) return false;
            isFirst = false;
        }

        return !isFirst;
    }
}
