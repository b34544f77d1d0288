using System.Text.RegularExpressions;
using Heck.Contracts;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>A path or a glob of an MSBuild item, such as <c>..\Shared\**\*.cs</c>.</summary>
internal static class FilePattern
{
    /// <summary>The files of the repository that a pattern names, seen from a folder.</summary>
    public static IEnumerable<RepoPath> Expand(string pattern, RepoPath folder, IReadOnlyList<RepoPath> files)
    {
        if (Resolve(pattern, folder) is not { } full) return [];
        if (!full.Contains('*', StringComparison.Ordinal) && !full.Contains('?', StringComparison.Ordinal)) return RepoPath.TryParse(full, out var path) ? [path] : [];
        var regex = new Regex("^" + Regex.Escape(full).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return files.Where(f => regex.IsMatch(f.Value));
    }

    /// <summary>The path from the root, with <c>..</c> worked off; null when it leaves the repository.</summary>
    public static string? Resolve(string pattern, RepoPath folder)
    {
        var segments = new List<string>();
        foreach (var segment in $"{folder.Value}/{pattern.Replace('\\', '/')}".Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "."))
        {
            if (segment != "..") segments.Add(segment);
            else if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else return null;
        }

        return string.Join('/', segments);
    }
}
