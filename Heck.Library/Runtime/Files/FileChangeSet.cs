using System.Collections;
using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>Changes that happen together or not at all, at most one for each path.</summary>
internal sealed class FileChangeSet : IReadOnlyCollection<FileChange>
{
    private readonly SortedDictionary<RepoPath, FileChange> _changes = [];

    public int Count => _changes.Count;

    public FileChangeSet Create(RepoPath path, ContentHash after, ModeChange mode = default) => Add(new(path, null, after, mode));

    public FileChangeSet Replace(RepoPath path, ContentHash before, ContentHash after, ModeChange mode = default) => Add(new(path, before, after, mode));

    public FileChangeSet Delete(RepoPath path, ContentHash before) => Add(new(path, before, null));

    public FileChangeSet Add(FileChange change)
    {
        if (change is { Before: null, After: null }) throw new ArgumentException($"'{change.Path}' is neither there before nor after.", nameof(change));
        if (!_changes.TryAdd(change.Path, change)) throw new ArgumentException($"'{change.Path}' is changed twice.", nameof(change));
        return this;
    }

    /// <summary>As <see cref="FileChange.IsOfLink"/>.</summary>
    public IReadOnlyCollection<RepoPath> Links => [.. this.Where(change => change.IsOfLink).Select(change => change.Path)];

    public FileChange? Of(RepoPath path) => _changes.GetValueOrDefault(path);

    public bool Deletes(RepoPath path) => _changes.TryGetValue(path, out var change) && change.After is null;

    public IEnumerator<FileChange> GetEnumerator() => _changes.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
