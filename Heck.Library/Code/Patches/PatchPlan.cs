using Heck.Code.Patches.Diffs;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches;

/// <summary>
/// How files get from one state to another although someone may have changed them since. What is as expected is set exactly; what has later work keeps it by a
/// three-way merge; where that cannot be, the place is a conflict and nothing at all may be done.
/// </summary>
internal sealed class PatchPlan(RepositoryLayout layout, BlobStore blobs)
{
    private readonly List<Place> _conflicts = [];
    private readonly List<RepoPath> _kept = [];

    public FileChangeSet Changes { get; } = new();

    /// <summary>Where later work stands in the way.</summary>
    public IReadOnlyList<Place> Conflicts => _conflicts;

    /// <summary>Files that stay although the move would have deleted them, since someone has changed them.</summary>
    public IReadOnlyList<RepoPath> Kept => _kept;

    /// <summary>The files as the patch has them, and nothing else accepted.</summary>
    public static FileChangeSet Exactly(IEnumerable<PatchFile> files)
    {
        var changes = new FileChangeSet();
        foreach (var file in files) changes.Add(new FileChange(file.Path, file.Pre, file.Post, ModeOf(file)));
        return changes;
    }

    /// <summary>Plans the patch on files that may have changed since it was made.</summary>
    public void Merge(IEnumerable<PatchFile> files)
    {
        foreach (var file in files) Move(file.Path, file.Pre, file.Post, ModeOf(file));
    }

    /// <summary>Plans the way back from what a move did.</summary>
    public void Revert(IEnumerable<FileTransition> done)
    {
        foreach (var file in done) Move(file.Path, file.After?.Hash, file.Before?.Hash, ModeBack(file));
    }

    private static ModeChange ModeOf(PatchFile file) => file.PostMode is null || file.PreMode == file.PostMode || (file.Pre is null && file.PostMode == "100644")
        ? default
        : ModeChange.MakeExecutable(file.PostMode == "100755");

    // Someone's later chmod is work too, and stays.
    private ModeChange ModeBack(FileTransition file) => file.Before?.Mode is { } mode && FileState.Of(layout.FullPath(file.Path))?.Mode == file.After?.Mode
        ? ModeChange.Exactly(mode)
        : default;

    private void Move(RepoPath path, ContentHash? from, ContentHash? to, ModeChange mode)
    {
        var present = FileState.Read(layout.FullPath(path));
        var hash = present?.State.Hash;
        if (hash == from) Changes.Add(new FileChange(path, from, to, mode));
        else if (hash == to) return;
        else if (to is null) _kept.Add(path);
        else if (from is null) _conflicts.Add(new Place(path, 1, 1, "created since"));
        else if (present is var (_, content)) Merge(path, hash!.Value, from.Value, to.Value, content, mode);
        else _conflicts.Add(new Place(path, 1, 1, "deleted since"));
    }

    private void Merge(RepoPath path, ContentHash present, ContentHash from, ContentHash to, byte[] content, ModeChange mode)
    {
        var (before, after) = (blobs.Read(from), blobs.Read(to));
        // Lines mean nothing in a binary file.
        var (merged, line) = BinaryDiff.IsBinary(content) || BinaryDiff.IsBinary(before) || BinaryDiff.IsBinary(after) ? (null, 1) : ThreeWayMerge.Merge(before, content, after);
        if (merged is null) _conflicts.Add(new Place(path, line, 1, "changed since"));
        else Changes.Add(new FileChange(path, present, blobs.Put(merged), mode));
    }
}
