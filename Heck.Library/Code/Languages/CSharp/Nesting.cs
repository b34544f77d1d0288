namespace Heck.Code.Languages.CSharp;

/// <summary>Roslyn's parser overflows the stack, which ends the process, on brackets nested thousands deep; no program is written so.</summary>
internal static class Nesting
{
    private const int Deepest = 1000;

    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var angles = 0;
        // Not by SearchValues, whose generic code is compiled anew, without optimization, at each start.
        for (var at = 0; at < text.Length;)
        {
            var c = text[at++];
            if (c is '"' or '\'') at += EndOfString(text[at..], c);
            else if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth = Math.Max(0, depth - 1);
            else if (c == '<') angles++;
            // A comparison leaves its sign open to the end of the statement.
            else if (c is '>' or ';') angles = c == ';' ? 0 : Math.Max(0, angles - 1);
            if (depth + angles > Deepest) return true;
        }

        return false;
    }

    /// <summary>Brackets in a string do not nest. What is no simple string is over at the end of its line.</summary>
    private static int EndOfString(ReadOnlySpan<char> text, char quote)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == quote || text[at] == '\n') return at + 1;
            if (text[at] == '\\') at++;
        }

        return text.Length;
    }
}
