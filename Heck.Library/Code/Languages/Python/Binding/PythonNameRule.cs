using System.Globalization;
using System.Text;

namespace Heck.Code.Languages.Python.Binding;

/// <summary>Which names Python allows.</summary>
internal static class PythonNameRule
{
    private static readonly HashSet<string> Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
        "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ];

    /// <summary>Why a name cannot be used; null when it can. Soft keywords can.</summary>
    public static string? Reject(string name)
    {
        if (!IsIdentifier(name)) return "it is not an identifier";
        if (Keywords.Contains(name)) return "it is a keyword";
        return IsSpecial(name) ? "names with two underscores at both ends belong to Python itself" : null;
    }

    public static bool IsSpecial(string name) =>
        name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private static bool IsIdentifier(string name)
    {
        var isFirst = true;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!(isFirst ? IsStart(rune) : IsStart(rune) || IsContinue(rune))) return false;
            isFirst = false;
        }

        return !isFirst;
    }

    // XID_Start and XID_Continue, but for the few characters that Unicode lists one by one.
    private static bool IsStart(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsContinue(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
