using System.Text;
using Heck.Code.Text;

namespace Heck.Code.Languages.Go.Binding.Packages;

/// <summary>What stands in a file's head: its build constraint and its package clause, read without parsing.</summary>
internal static class FileHead
{
    /// <summary>A file under <c>//go:build ignore</c> is a program of its own.</summary>
    public static bool IsIgnored(SourceText text) => Lines(text).Any(l => l.StartsWith("//go:build ", StringComparison.Ordinal) ? IsIgnore(l[11..]) : l.StartsWith("// +build ", StringComparison.Ordinal) && IsIgnore(l[10..]));

    /// <summary>The name in the package clause; null without one.</summary>
    public static string? PackageName(SourceText text)
    {
        foreach (var line in Lines(text))
        {
            if (line.StartsWith("package ", StringComparison.Ordinal) && line[8..].Split([' ', '\t', '/', ';'], 2)[0] is { Length: > 0 } name) return name;
        }

        return null;
    }

    private static bool IsIgnore(string expression) => expression.Split([' ', '&', '|', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries).Contains("ignore");

    private static IEnumerable<string> Lines(SourceText text)
    {
        var isComment = false;
        foreach (var raw in Encoding.UTF8.GetString(text.Utf8.Span).Split('\n'))
        {
            var line = raw.Trim();
            if (isComment)
            {
                var end = line.IndexOf("*/", StringComparison.Ordinal);
                isComment = end < 0;
                line = end < 0 ? "" : line[(end + 2)..].Trim();
            }

            while (line.StartsWith("/*", StringComparison.Ordinal))
            {
                var end = line.IndexOf("*/", 2, StringComparison.Ordinal);
                isComment = end < 0;
                line = end < 0 ? "" : line[(end + 2)..].Trim();
            }

            yield return line;
            if (line.StartsWith("package ", StringComparison.Ordinal)) yield break;
        }
    }
}
