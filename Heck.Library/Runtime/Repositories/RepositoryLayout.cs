using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Runtime.Repositories;

/// <summary>Where things lie in one repository: its root and everything under <c>.heck</c>. The only place that knows these names.</summary>
internal sealed class RepositoryLayout
{
    public const string StateFolderName = ".heck";

    public static readonly RepoPath StateRoot = RepoPath.Parse(StateFolderName);

    public static readonly RepoPath JournalRoot = StateRoot.Combine("journal");

    public static readonly RepoPath PatchRoot = StateRoot.Combine("patches");

    private RepositoryLayout(string root) => Root = root;

    /// <summary>Absolute, links resolved, without a trailing separator.</summary>
    public string Root { get; }

    public string StateFolder => Path.Combine(Root, StateFolderName);

    public string ConfigFile => Path.Combine(StateFolder, "config.json");

    public string PolicyFile => Path.Combine(StateFolder, "policy.yml");

    public string StateGitIgnore => Path.Combine(StateFolder, ".gitignore");

    public string RunLogFolder => Path.Combine(StateFolder, "runlogs");

    public string PatchFolder => FullPath(PatchRoot);

    public string IndexFolder => Path.Combine(StateFolder, "index");

    public string IndexFile => Path.Combine(IndexFolder, "index.db");

    public string BlobFolder => Path.Combine(StateFolder, "blobs");

    /// <summary>Blobs on their way, and what is known of all of them; apart from the blobs, so that the folder of those changes with them only.</summary>
    public string BlobWorkFolder => Path.Combine(BlobFolder, "work");

    public string JournalFolder => FullPath(JournalRoot);

    public string LockFile => Path.Combine(StateFolder, "lock");

    public string LockOwnerFile => Path.Combine(StateFolder, "lock.owner");

    public bool IsInitialised => File.Exists(ConfigFile);

    /// <summary>The root asked for, or the nearest enclosing folder with <c>.heck</c> or <c>.git</c>, else the start itself.</summary>
    /// <exception cref="HeckException"><c>repo.not_found</c>: the folder does not exist. <c>path.refused</c>: <c>.heck</c> is a link, or holds one.</exception>
    public static RepositoryLayout Locate(string? asked, string workingDirectory)
    {
        var start = Path.GetFullPath(asked ?? workingDirectory, workingDirectory);
        if (!Directory.Exists(start)) throw ErrorTable.RepoNotFound.With($"There is no folder '{start}'.");
        var layout = new RepositoryLayout(Resolve(asked is null ? NearestRoot(start) ?? start : start));

        return layout.FirstLink() is { } link ? throw ErrorTable.PathRefused.With($"'{link}' is a link.", "Remove it; Heck keeps its state nowhere else.") : layout;
    }

    // A repository from elsewhere could send what we keep to a place of its choice. What lies in blobs, patches and journal is written by renames only, which replace a link.
    private string? FirstLink() => new DirectoryInfo(StateFolder).LinkTarget is not null ? StateFolder
        : new[] { StateFolder, RunLogFolder, IndexFolder }.Where(Directory.Exists).SelectMany(folder => new DirectoryInfo(folder).EnumerateFileSystemInfos()).FirstOrDefault(entry => entry.LinkTarget is not null)?.FullName;

    /// <summary>The absolute path of a file in the tree, with the system's separators. Says nothing about whether it may be written.</summary>
    public string FullPath(RepoPath path) => Path.Combine(Root, path.Value.Replace('/', Path.DirectorySeparatorChar));

    private static string? NearestRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            // .git is a file in worktrees and submodules.
            if (Directory.Exists(Path.Combine(folder.FullName, StateFolderName)) || Path.Exists(Path.Combine(folder.FullName, ".git"))) return folder.FullName;
        }

        return null;
    }

    private static string Resolve(string folder)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        return Directory.ResolveLinkTarget(trimmed, returnFinalTarget: true)?.FullName ?? trimmed;
    }
}
