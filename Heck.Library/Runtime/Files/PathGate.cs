using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// The one gate before every write in the user's tree: the name by <see cref="PathNames"/>, then what stands on the disk.
/// The answer is a reason or null; a link anywhere on the way refuses. What changes after the gate was asked is caught by <see cref="Trees.TreeFolder"/>.
/// </summary>
internal sealed class PathGate
{
    private readonly RepositoryLayout _layout;
    private readonly FileChangeSet _changes;
    private readonly Dictionary<RepoPath, string?> _folders = [];
    private readonly Dictionary<RepoPath, ILookup<string, string>> _neighbours = [];

    private PathGate(RepositoryLayout layout, FileChangeSet changes) => (_layout, _changes) = (layout, changes);

    /// <exception cref="HeckException"><c>path.refused</c>, naming the path and the reason.</exception>
    public static void Check(RepositoryLayout layout, FileChangeSet changes)
    {
        var gate = new PathGate(layout, changes);
        foreach (var change in changes) Refuse(change.Path, PathNames.ReasonAgainst(change.Path) ?? gate.ReasonOnDisk(change));
        if (gate.FindTwins() is var (path, reason)) Refuse(path, reason);
    }

    private static void Refuse(RepoPath path, string? reason)
    {
        if (reason is not null) throw ErrorTable.PathRefused.With($"'{PathNames.Visible(path.Value)}' may not be written: {reason}.");
    }

    private string? ReasonOnDisk(FileChange change) =>
        ReasonAgainstFolder(change.Path.Parent) ?? ReasonAgainstMadeFolders(change) ?? ReasonAgainstTarget(change) ?? ReasonAgainstLink(change) ?? (change.Before is null ? ReasonAgainstNeighbours(change.Path) : null);

    private string? ReasonAgainstFolder(RepoPath folder)
    {
        if (folder.Value.Length == 0) return null;
        if (_folders.TryGetValue(folder, out var known)) return known;
        var reason = ReasonAgainstFolder(folder.Parent) ?? ReasonAgainstFolderItself(folder);
        _folders.Add(folder, reason);
        return reason;
    }

    private string? ReasonAgainstFolderItself(RepoPath folder) => KindOf(folder) switch
    {
        null => null,
        EntryKind.Link => _changes.Deletes(folder) ? null : $"'{folder}' is a link",
        EntryKind.Folder => KindOf(folder.Combine(".git")) is null ? null : $"'{folder}' is a repository of its own",
        _ => _changes.Deletes(folder) ? null : $"'{folder}' is a file, not a folder",
    };

    private string? ReasonAgainstMadeFolders(FileChange change) =>
        change.After is not null && WithFolders(change.Path.Parent).Any(folder => _changes.Of(folder)?.After is not null) ? "a file of the same change stands where its folder should" : null;

    private string? ReasonAgainstTarget(FileChange change) => KindOf(change.Path) switch
    {
        EntryKind.Link when change.Before is not { IsLink: true } && !IsBehindVanishing(change.Path) => "it is a link",
        EntryKind.Special => "it is neither a file nor a folder",
        EntryKind.Folder when !IsBehindVanishing(change.Path) && !_changes.Any(other => other.After is null && other.Path != change.Path && other.Path.IsWithin(change.Path)) => "it is a folder",
        _ => null,
    };

    // What is seen there lies behind a link that goes.
    private bool IsBehindVanishing(RepoPath path) => WithFolders(path.Parent).Any(folder => _changes.Of(folder) is { Before.IsLink: true, After: null });

    private string? ReasonAgainstLink(FileChange change) => change is { After.IsLink: true, IsRestored: false } && change.After != change.Before
        ? new LinkConfinement(_layout, _changes).ReasonAgainst(change.Path, change.LinkTarget)
        : null;

    // On Windows and macOS a name that differs only by case, or by how its accents are written, is the same file.
    private string? ReasonAgainstNeighbours(RepoPath path)
    {
        for (var below = path; below.Value.Length > 0; below = below.Parent)
        {
            if (!_neighbours.TryGetValue(below.Parent, out var names)) _neighbours.Add(below.Parent, names = NamesIn(below.Parent));
            var twin = names[PathNames.FoldedKey(below.Name)].FirstOrDefault(name => name != below.Name && !_changes.Deletes(below.Parent.Combine(name)));
            if (twin is not null) return $"'{twin}' is there already and is the same name on some systems";
        }

        return null;
    }

    private ILookup<string, string> NamesIn(RepoPath folder)
    {
        var full = _layout.FullPath(folder);
        var names = Directory.Exists(full) ? Directory.EnumerateFileSystemEntries(full).Select(entry => Path.GetFileName(entry)) : [];
        return names.ToLookup(PathNames.FoldedKey, StringComparer.Ordinal);
    }

    private (RepoPath Path, string Reason)? FindTwins()
    {
        var seen = new Dictionary<string, RepoPath>(StringComparer.Ordinal);
        foreach (var path in _changes.Where(change => change.After is not null).SelectMany(change => WithFolders(change.Path)).Distinct())
        {
            if (!seen.TryAdd(PathNames.FoldedKey(path.Value), path)) return (path, $"'{seen[PathNames.FoldedKey(path.Value)]}' of the same change is the same name on some systems");
        }

        return null;
    }

    private static IEnumerable<RepoPath> WithFolders(RepoPath path)
    {
        for (; path.Value.Length > 0; path = path.Parent) yield return path;
    }

    private EntryKind? KindOf(RepoPath path) => FileStat.TryRead(_layout.FullPath(path), out var stat) ? stat.Kind : null;
}
