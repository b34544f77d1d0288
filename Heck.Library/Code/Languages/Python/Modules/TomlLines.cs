namespace Heck.Code.Languages.Python.Modules;

/// <summary>
/// The keys of a TOML file with their raw values, tables included in the key. Enough to find strings under known keys; a file that is not TOML
/// gives what can be had.
/// </summary>
internal static class TomlLines
{
    public static IEnumerable<(string Key, string Value)> Read(string text)
    {
        var (table, key, value) = ("", "", "");
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (key.Length > 0 && IsOpen(value))
            {
                value += "\n" + line;
                continue;
            }

            if (key.Length > 0) yield return (key, value);
            (key, value) = ("", "");
            if (line.StartsWith('[')) table = line.Trim('[', ']', ' ');
            else if (line.IndexOf('=') is var equals and > 0 && line[0] != '#')
                (key, value) = ($"{table}.{line[..equals].Trim().Trim('"', '\'')}", line[(equals + 1)..].Trim());
        }

        if (key.Length > 0) yield return (key, value);
    }

    private static bool IsOpen(string value) => value.Count(c => c is '[' or '{') > value.Count(c => c is ']' or '}');
}
