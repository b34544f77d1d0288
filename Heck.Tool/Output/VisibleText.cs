using System.Text;

namespace Heck.Tool.Output;

/// <summary>
/// Text of others made safe for a terminal: a file's name or content could otherwise move the cursor, set the title or turn the reading order.
/// What does so is shown as <c>\x1b</c> or <c>\u202e</c>; line ends and tabs stay.
/// </summary>
internal static class VisibleText
{
    public static string Of(string text) => text.Any(IsUnsafe) ? Escaped(text) : text;

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (!IsUnsafe(c)) safe.Append(c);
            else safe.Append(c < 0x100 ? $"\\x{(int)c:x2}" : $"\\u{(int)c:x4}");
        }

        return safe.ToString();
    }

    // The second row: marks and overrides of direction.
    private static bool IsUnsafe(char c) => (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
