using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// The one gate before every write in the user's tree: the name by <see cref="PathNames"/>, then what stands on the disk.
/// The answer is a reason or null; a link anywhere on the way refuses, so that nothing is written outside the root.
/// </summary>
internal sealed class PathGate(RepositoryLayout layout)
{
    /// <exception cref="HeckException"><c>path.refused</c>, naming the path and the reason.</exception>
    public void Check(FileChangeSet changes)
    {
        var tree = changes.Where(change => !change.IsState).ToList();
        var neighbours = new Dictionary<RepoPath, ILookup<string, string>>();
        foreach (var change in tree) Refuse(change.Path, PathNames.ReasonAgainst(change.Path) ?? ReasonOnDisk(change, changes, neighbours));
        Refuse(Twins(tree));
    }

    /// <summary>Asks again what may have changed since: whether a link now stands on the way.</summary>
    public void CheckLinks(RepoPath path) => Refuse(path, ReasonAgainstParents(path, _ => false) ?? (KindOf(layout.FullPath(path)) == EntryKind.Link ? "it is a link" : null));

    private static void Refuse(RepoPath path, string? reason)
    {
        if (reason is not null) throw ErrorTable.PathRefused.With($"'{PathNames.Visible(path.Value)}' may not be written: {reason}.");
    }

    private static void Refuse((RepoPath Path, string Reason)? refusal)
    {
        if (refusal is var (path, reason)) Refuse(path, reason);
    }

    private string? ReasonOnDisk(FileChange change, FileChangeSet changes, Dictionary<RepoPath, ILookup<string, string>> neighbours) =>
        ReasonAgainstParents(change.Path, changes.Deletes)
        ?? ReasonAgainstTarget(change.Path, changes)
        ?? (change.Before is null ? ReasonAgainstNeighbours(change.Path, changes, neighbours) : null);

    private string? ReasonAgainstParents(RepoPath path, Func<RepoPath, bool> vanishes)
    {
        foreach (var folder in Parents(path))
        {
            var full = layout.FullPath(folder);
            var kind = KindOf(full);
            if (kind == EntryKind.Link) return $"'{folder}' is a link";
            if (kind is EntryKind.File or EntryKind.Special && !vanishes(folder)) return $"'{folder}' is a file, not a folder";
            if (Path.Exists(Path.Combine(full, ".git"))) return $"'{folder}' is a repository of its own";
        }

        return null;
    }

    private string? ReasonAgainstTarget(RepoPath path, FileChangeSet changes)
    {
        return KindOf(layout.FullPath(path)) switch
        {
            EntryKind.Link => "it is a link",
            EntryKind.Special => "it is neither a file nor a folder",
            EntryKind.Folder when !changes.Any(change => change.After is null && change.Path != path && change.Path.IsWithin(path)) => "it is a folder",
            _ => null,
        };
    }

    // On Windows and macOS a name that differs only by case is the same file.
    private string? ReasonAgainstNeighbours(RepoPath path, FileChangeSet changes, Dictionary<RepoPath, ILookup<string, string>> neighbours)
    {
        for (var below = path; below.Value.Length > 0; below = below.Parent)
        {
            if (!neighbours.TryGetValue(below.Parent, out var names)) neighbours.Add(below.Parent, names = NamesIn(below.Parent));
            var twin = names[PathNames.FoldedKey(below.Name)].FirstOrDefault(name => name != below.Name && !changes.Deletes(below.Parent.Combine(name)));
            if (twin is not null) return $"'{twin}' is there already and is the same name on some systems";
        }

        return null;
    }

    private ILookup<string, string> NamesIn(RepoPath folder)
    {
        var full = layout.FullPath(folder);
        var names = Directory.Exists(full) ? Directory.EnumerateFileSystemEntries(full).Select(entry => Path.GetFileName(entry)) : [];
        return names.ToLookup(PathNames.FoldedKey, StringComparer.Ordinal);
    }

    private static (RepoPath Path, string Reason)? Twins(IEnumerable<FileChange> changes)
    {
        var seen = new Dictionary<string, RepoPath>(StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change.After is not null))
        {
            foreach (var path in Parents(change.Path).Append(change.Path))
            {
                if (!seen.TryAdd(PathNames.FoldedKey(path.Value), path) && seen[PathNames.FoldedKey(path.Value)] is var other && other != path)
                {
                    return (path, $"'{other}' of the same change is the same name on some systems");
                }
            }
        }

        return null;
    }

    private static IEnumerable<RepoPath> Parents(RepoPath path)
    {
        for (var slash = path.Value.IndexOf('/'); slash >= 0; slash = path.Value.IndexOf('/', slash + 1)) yield return RepoPath.Parse(path.Value[..slash]);
    }

    private static EntryKind? KindOf(string fullPath) => FileStat.TryRead(fullPath, out var stat) ? stat.Kind : null;
}
