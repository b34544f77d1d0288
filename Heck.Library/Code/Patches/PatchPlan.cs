using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Diffs;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches;

/// <summary>
/// How files get from one state to another although someone may have changed them since. What is as expected is set exactly; what has later work keeps it by a
/// three-way merge; where that cannot be, the place is a conflict and nothing at all may be done.
/// </summary>
/// <param name="layout">The repository.</param>
/// <param name="blobs">The contents.</param>
/// <param name="syntax">Looks at what a merge makes; null where syntax errors are allowed.</param>
internal sealed class PatchPlan(RepositoryLayout layout, BlobStore blobs, SyntaxGate? syntax = null)
{
    private readonly List<Place> _conflicts = [];
    private readonly List<RepoPath> _kept = [];
    private readonly List<RepoPath> _gone = [];

    private readonly Dictionary<RepoPath, FileState?> _seen = [];

    public FileChangeSet Changes { get; } = new();

    /// <summary>What stood at each path when it was looked at, so that it is read once.</summary>
    public IReadOnlyDictionary<RepoPath, FileState?> Seen => _seen;

    /// <summary>Where later work stands in the way.</summary>
    public IReadOnlyList<Place> Conflicts => _conflicts;

    /// <summary>Files that stay although the move would have deleted them, since someone has changed them.</summary>
    public IReadOnlyList<RepoPath> Kept => _kept;

    /// <summary>Merged files that were too large to be asked for syntax errors.</summary>
    public IReadOnlyList<RepoPath> Unchecked => syntax?.Unchecked ?? [];

    /// <summary>Files whose contents the move needs and that are not kept any more.</summary>
    public IReadOnlyList<RepoPath> Gone => _gone;

    /// <summary>The files as the patch has them, and nothing else accepted.</summary>
    public static FileChangeSet Exactly(IEnumerable<PatchFile> files, Func<ContentHash, byte[]> contentOf)
    {
        var changes = new FileChangeSet();
        foreach (var file in files) changes.Add(new FileChange(file.Path, file.Before, file.After, ModeOf(file)) { LinkTarget = TargetOf(file.After, contentOf) });
        return changes;
    }

    /// <summary>Plans the patch on files that are as it was made for; any other is a conflict.</summary>
    public void Take(IEnumerable<PatchFile> files)
    {
        foreach (var change in Exactly(files, blobs.Read))
        {
            var present = Look(change.Path);
            if (present?.Body == change.Before) Changes.Add(change);
            else Conflict(change, present is null ? "missing" : change.Before is null ? "exists already" : "changed since");
        }
    }

    /// <summary>Plans the patch on files that may have changed since it was made.</summary>
    public void Merge(IEnumerable<PatchFile> files)
    {
        foreach (var file in files) Move(new FileChange(file.Path, file.Before, file.After, ModeOf(file)) { LinkTarget = TargetOf(file.After, blobs.Read) });
    }

    /// <summary>Plans the way back from what the patch's last move did.</summary>
    /// <param name="patch">The patch.</param>
    /// <param name="orphans">Files of these contents belong to nobody any more: what would become one of them goes.</param>
    public void Revert(Patch patch, IReadOnlySet<(RepoPath Path, FileBody? Body)> orphans)
    {
        var files = patch.Files.ToDictionary(file => file.Path);
        foreach (var done in patch.Moves[^1].Files)
        {
            var change = new FileChange(done.Path, done.After?.Body, done.Before?.Body, ModeBack(done)) { IsRestored = true };
            if (orphans.Contains((change.Path, change.After))) change = change with { After = null };
            // What this patch was made on has come back, after it had to take the whole file along.
            if (change.Before is null && change.After == files[done.Path].After && Look(done.Path)?.Body is { } present && present == files[done.Path].Before) change = change with { Before = present };
            Move(change);
        }

        // A file that stayed when the patch was rolled back, and has gone since, comes again with the patch.
        foreach (var path in patch.Moves[^1].Kept.Where(path => Look(path) is null))
            Move(new FileChange(path, null, files[path].After, ModeOf(files[path])) { IsRestored = true });
    }

    /// <exception cref="HeckException"><c>patch.breaks_syntax</c> with the places: a merge adds errors that neither side has.</exception>
    public void EnsureSyntax() => syntax?.Ensure();

    private static byte[]? TargetOf(FileBody? after, Func<ContentHash, byte[]> contentOf) => after is { IsLink: true } link ? contentOf(link.Hash) : null;

    private static ModeChange ModeOf(PatchFile file) =>
        file.PostMode is { } post && file.PreMode != post && GitFileModes.Parse(post) is GitFileMode.Regular or GitFileMode.Executable && (file.Pre is not null || post != GitFileMode.Regular.Digits())
            ? ModeChange.MakeExecutable(post == GitFileMode.Executable.Digits())
            : default;

    // Someone's later chmod is work too, and stays.
    private ModeChange ModeBack(FileTransition file) => file.Before?.Mode is { } mode && Look(file.Path)?.Mode == file.After?.Mode
        ? ModeChange.Exactly(mode)
        : default;

    private FileState? Look(RepoPath path)
    {
        if (!_seen.TryGetValue(path, out var state)) _seen.Add(path, state = FileState.Of(layout.FullPath(path)));
        return state;
    }

    private void Move(FileChange change)
    {
        var body = Look(change.Path)?.Body;
        if (body == change.Before) Set(change);
        else if (body == change.After) return;
        else if (change.After is null) _kept.Add(change.Path);
        else if (change.Before is null) Conflict(change, "created since");
        else if (IsGone(change.Before) || IsGone(change.After)) _gone.Add(change.Path);
        else if (body is null) Conflict(change, "deleted since");
        else Merge(change);
    }

    private void Set(FileChange change)
    {
        if (IsGone(change.After)) _gone.Add(change.Path);
        else Changes.Add(change);
    }

    private bool IsGone(FileBody? body) => body is { } needed && !blobs.Keeps(needed.Hash);

    private void Merge(FileChange change)
    {
        // Read anew, and all of it: what is merged is what is said to be there.
        if (FileState.Read(layout.FullPath(change.Path)) is not var (state, content)) throw AtomicFileSystem.Stale([change.Path]);
        _seen[change.Path] = state;
        var present = state.Body;
        var (before, after) = (blobs.Read(change.Before!.Value.Hash), blobs.Read(change.After!.Value.Hash));
        // Lines mean nothing in a binary file, and a link's target is one whole.
        var isWhole = present.IsLink || change.Before.Value.IsLink || change.After.Value.IsLink || BinaryDiff.IsBinary(content) || BinaryDiff.IsBinary(before) || BinaryDiff.IsBinary(after);
        var (merged, lines) = isWhole ? (null, [1]) : ThreeWayMerge.Merge(before, content, after);
        if (merged is not null)
        {
            syntax?.LookAtMerge(change.Path, [content, after], merged, CancellationToken.None);
            Changes.Add(change with { Before = present, After = blobs.Put(merged) });
        }
        else foreach (var line in lines) Conflict(change, "changed since", line);
    }

    private void Conflict(FileChange change, string role, int line = 1) => _conflicts.Add(new Place(change.Path, line, 1, role));
}
