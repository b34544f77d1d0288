using System.Text;

namespace Heck.Code.Patches.Formats;

/// <summary>Names in a diff, which git quotes as in C where they have characters that would end or spoil the line.</summary>
internal static class DiffPaths
{
    // Each letter with what it stands for behind a backslash.
    private const string Escapes = "a\ab\bt\tn\nv\vf\fr\r\"\"\\\\";

    public static string Quote(string path) => path.Any(c => c < ' ' || c is '"' or '\\' or '\x7f')
        ? $"\"{string.Concat(path.Select(Escape))}\""
        : path;

    /// <summary>Reads the quoted name that the text begins with, in Latin-1 like the text.</summary>
    /// <returns>Null when the quoting is wrong. The length counts the quotes.</returns>
    public static (string Name, int Length)? Unquote(string text)
    {
        var name = new StringBuilder();
        for (var i = 1; i < text.Length;)
        {
            if (text[i] == '"') return (name.ToString(), i + 1);
            var (c, length) = text[i] == '\\' ? Unescape(text.AsSpan(i + 1)) : (text[i], 1);
            if (length == 0) return null;
            name.Append(c);
            i += length;
        }

        return null;
    }

    // The character behind a backslash, and the length with the backslash; 0 when there is no such escape.
    private static (char Character, int Length) Unescape(ReadOnlySpan<char> text)
    {
        if (text.Length >= 3 && text[0] is >= '0' and <= '3' && text[1] is >= '0' and <= '7' && text[2] is >= '0' and <= '7')
            return ((char)(((text[0] - '0') * 64) + ((text[1] - '0') * 8) + (text[2] - '0')), 4);
        for (var i = 0; i < Escapes.Length && text.Length > 0; i += 2)
        {
            if (Escapes[i] == text[0]) return (Escapes[i + 1], 2);
        }

        return default;
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\t' => @"\t",
        '\n' => @"\n",
        _ when c < ' ' || c == '\x7f' => "\\" + Convert.ToString(c, 8).PadLeft(3, '0'),
        _ => c.ToString(),
    };
}
