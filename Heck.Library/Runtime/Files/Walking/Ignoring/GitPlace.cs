namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>The git working tree that a folder lies in: its top, and the file of excludes that all working trees of the repository share.</summary>
internal sealed record GitPlace(string Top, string ExcludeFile)
{
    /// <summary>The nearest enclosing folder with <c>.git</c>; null outside of any.</summary>
    public static GitPlace? Around(string folder)
    {
        for (var top = new DirectoryInfo(folder); top is not null; top = top.Parent)
        {
            if (CommonFolder(Path.Combine(top.FullName, ".git")) is { } common) return new GitPlace(top.FullName, Path.Combine(common, "info", "exclude"));
        }

        return null;
    }

    private static string? CommonFolder(string dotGit)
    {
        if (Directory.Exists(dotGit)) return dotGit;

        // Worktrees and submodules have a file that names the folder; a worktree's folder names the common one in turn.
        if (Pointer(dotGit, "gitdir: ") is not { } folder) return null;
        return Pointer(Path.Combine(folder, "commondir"), "") ?? folder;
    }

    private static string? Pointer(string file, string label)
    {
        if (!File.Exists(file)) return null;
        var line = File.ReadLines(file).FirstOrDefault("");
        return line.StartsWith(label, StringComparison.Ordinal) ? Path.GetFullPath(line[label.Length..], Path.GetDirectoryName(file)!) : null;
    }
}
