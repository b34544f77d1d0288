using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files.Trees;

/// <summary>
/// The folders that one commit works in, each opened from the one above it and kept open to the commit's end, so that what was begun in a folder is
/// ended in that folder, wherever someone moves it meanwhile. Links that the commit makes or takes away are no way to anywhere. Safe to share between threads.
/// </summary>
internal sealed class TreeFolders(RepositoryLayout layout, IReadOnlyCollection<RepoPath> links) : IDisposable
{
    // Systems let a process have 1,024 files open or more. What is beyond is opened anew for each use, and must be the same folder then.
    private const int MostKept = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<RepoPath, TreeFolder> _kept = [];
    private readonly Dictionary<RepoPath, ulong> _seen = [];

    /// <summary>Null when there is no such folder.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>: there is a link on the way; <c>files.stale</c>: it is another folder than it was.</exception>
    public FolderLease? TryOpen(RepoPath folder)
    {
        lock (_lock) return OpenLocked(folder);
    }

    /// <exception cref="HeckException"><c>files.stale</c>: it has vanished; and as <see cref="TryOpen"/>.</exception>
    public FolderLease Open(RepoPath folder) => TryOpen(folder) ?? throw Moved(folder);

    /// <summary>The folder itself, or the nearest above it that is there.</summary>
    public RepoPath NearestTo(RepoPath folder)
    {
        while (true)
        {
            using var lease = TryOpen(folder);
            if (lease is not null) return folder;
            folder = folder.Parent;
        }
    }

    public FileState? StateOf(RepoPath file)
    {
        using var lease = TryOpen(file.Parent);
        return lease?.Folder.StateOf(file.Name);
    }

    /// <summary>Lets the names in these folders survive a power cut, as far as the folders are there.</summary>
    public void Flush(IReadOnlyCollection<RepoPath> folders) => Durability.InParallel(folders, folder =>
    {
        using var lease = TryOpen(folder);
        lease?.Folder.Flush();
    });

    /// <summary>The folder was made or removed by us: what was known of it is void.</summary>
    public void Forget(RepoPath folder)
    {
        lock (_lock)
        {
            _seen.Remove(folder);
            if (_kept.Remove(folder, out var kept)) kept.Dispose();
        }
    }

    /// <summary>Asks whether every folder that was used is still where it was.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>, <c>files.stale</c>.</exception>
    public void EnsureInPlace()
    {
        using var fresh = new TreeFolders(layout, []);
        foreach (var (path, inode) in _seen)
        {
            using var now = fresh.Open(path);
            if (now.Folder.Inode != inode) throw Moved(path);
        }
    }

    public void Dispose()
    {
        foreach (var folder in _kept.Values) folder.Dispose();
        _kept.Clear();
    }

    private FolderLease? OpenLocked(RepoPath path)
    {
        if (_kept.TryGetValue(path, out var kept)) return new FolderLease(kept, isKept: true);
        if (OpenFresh(path) is not { } folder) return null;
        if (!_seen.TryAdd(path, folder.Inode) && _seen[path] != folder.Inode)
        {
            folder.Dispose();
            throw Moved(path);
        }

        if (_kept.Count >= MostKept) return new FolderLease(folder, isKept: false);
        _kept.Add(path, folder);
        return new FolderLease(folder, isKept: true);
    }

    private TreeFolder? OpenFresh(RepoPath path)
    {
        if (path.Value.Length == 0) return TreeFolder.OpenRoot(layout.Root);
        using var parent = OpenLocked(path.Parent);
        // No folder stands where the same commit makes a link or has yet to take one away.
        if (links.Count > 0 && links.Contains(path) && parent?.Folder.ReadLink(path.Name) is not null) return null;
        return parent?.Folder.OpenFolder(path.Name);
    }

    private static HeckException Moved(RepoPath folder) => ErrorTable.FilesStale.With($"The folder '{folder}' was moved or deleted meanwhile; nothing was changed.");
}
