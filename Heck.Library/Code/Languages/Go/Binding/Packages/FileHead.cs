using System.Text;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Packages;

/// <summary>What stands in a file's head: its build constraint and its package clause, read without parsing.</summary>
internal static class FileHead
{
    private static readonly HashSet<string> Systems =
        ["aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows"];

    /// <summary>A file under <c>//go:build ignore</c> is a program of its own.</summary>
    public static bool IsIgnored(SourceText text) => Lines(text).Any(l => l.StartsWith("//go:build ", StringComparison.Ordinal) ? IsIgnore(l[11..]) : l.StartsWith("// +build ", StringComparison.Ordinal) && IsIgnore(l[10..]));

    /// <summary>Whether two files can be compiled together, as far as the systems in their names tell.</summary>
    public static bool MayMeet(RepoPath a, RepoPath b) => SystemOf(a) is not { } one || SystemOf(b) is not { } other || one == other;

    private static string? SystemOf(RepoPath path) => path.Name.Replace("_test.go", ".go", StringComparison.Ordinal)[..^3].Split('_').Skip(1).TakeLast(2).FirstOrDefault(Systems.Contains);

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
