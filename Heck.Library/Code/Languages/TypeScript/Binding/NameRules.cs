using System.Text;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>What may be a name in TypeScript: modules and classes are strict code, so words reserved there are reserved.</summary>
internal static class NameRules
{
    public const string PrivateName = "private name";

    private static readonly HashSet<string> Reserved =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for",
        "function", "if", "import", "in", "instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
        "implements", "interface", "let", "package", "private", "protected", "public", "static", "yield", "await", "arguments", "eval", "undefined",
    ];

    private static readonly HashSet<string> TypeWords =
        ["any", "unknown", "never", "string", "number", "boolean", "symbol", "object", "bigint", "void", "undefined", "null"];

    private static readonly HashSet<string> TypeKinds = ["class", "interface", "type alias", "enum", "type parameter"];

    /// <summary>Members may be called by any word, but for the few that mean something in a class.</summary>
    private static readonly HashSet<string> MemberKinds = ["method", "property", "enum member"];

    public static string? Reject(string name, string kind)
    {
        var bare = kind == PrivateName ? name.TrimStart('#') : name;
        if (!IsIdentifier(bare)) return "it is not an identifier";
        if (kind == PrivateName) return bare == "constructor" ? "a private name must not be #constructor" : null;
        if (MemberKinds.Contains(kind)) return bare is "constructor" or "prototype" or "__proto__" ? "it has a meaning of its own in classes and objects" : null;
        if (Reserved.Contains(bare)) return "it is a reserved word";
        return TypeKinds.Contains(kind) && TypeWords.Contains(bare) ? "it is the name of a built-in type" : null;
    }

    private static bool IsIdentifier(string text)
    {
        var first = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(rune.Value is '$' or '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.LetterNumber || (!first && IsPart(rune)))) return false;
            first = false;
        }

        return !first;
    }

    private static bool IsPart(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.DecimalDigitNumber or System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation;
}
