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

    /// <summary>Why a name cannot be used; null when it can.</summary>
    public static string? Reject(string name, string kind)
    {
        if (!IsIdentifier(name)) return "it is not an identifier";
        if (Keywords.Contains(name)) return "it is a keyword";
        if (name == "_") return "the blank identifier declares nothing, so that uses of it would have no meaning";
        return name == "init" && kind is "function" or "variable" or "constant" or "type" or "import" && name == "init" ? "at package level only a function without parameters may be called init, and it cannot be used" : null;
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
