using System.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Go;

/// <summary>What a <c>go.mod</c> says of where packages lie.</summary>
/// <param name="Folder">Where the file lies.</param>
/// <param name="Path">The module's path, which begins the paths of its packages.</param>
/// <param name="Replaces">Modules that are to be taken from a folder of the repository.</param>
internal sealed record GoModule(RepoPath Folder, string Path, IReadOnlyList<(string Path, RepoPath Folder)> Replaces)
{
    /// <summary>Null when the file names no module.</summary>
    public static GoModule? Read(RepoPath file, IProjectFiles files)
    {
        if (files.Read(file) is not { } bytes) return null;
        string? path = null;
        var replaces = new List<(string, RepoPath)>();
        var block = "";
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).Split('\n'))
        {
            var words = Words(line);
            if (words.Length == 0) continue;
            if (block.Length > 0 && words[0] == ")") block = "";
            else if (words is [_, "("]) block = words[0];
            else ReadDirective(block.Length > 0 ? [block, .. words] : words);
        }

        return path is null ? null : new GoModule(file.Parent, path, replaces);

        void ReadDirective(string[] words)
        {
            if (words is ["module", var name, ..]) path = name;
            var arrow = Array.IndexOf(words, "=>");
            if (words[0] == "replace" && arrow >= 2 && arrow + 1 < words.Length && Local(file.Parent, words[arrow + 1]) is { } folder)
                replaces.Add((words[1], folder));
        }
    }

    private static string[] Words(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return [.. (comment < 0 ? line : line[..comment]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('"', '`'))];
    }

    /// <summary>A replacement begins with a dot where it is a folder; null when it is none or lies outside the repository.</summary>
    private static RepoPath? Local(RepoPath folder, string target)
    {
        if (!target.StartsWith('.')) return null;
        var at = folder;
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (at == default) return null;
                at = at.Parent;
            }
            else if (part != ".")
            {
                at = at.Combine(part);
            }
        }

        return at;
    }
}
