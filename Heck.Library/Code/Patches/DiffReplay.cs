using System.Text.Json.Nodes;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches;

/// <summary>Turns a diff that someone else made into edits of the files that are here. Sections of one diff build on each other, as with git.</summary>
internal sealed class DiffReplay(RepositoryLayout layout, IReadOnlyDictionary<string, byte[]>? bases = null)
{
    private readonly Dictionary<RepoPath, (byte[] Content, GitFileMode Mode)> _bases = [];
    private readonly SortedDictionary<RepoPath, FileEdit> _edits = [];
    private readonly Dictionary<RepoPath, (byte[] Content, GitFileMode Mode)?> _onDisk = [];
    private readonly HashSet<RepoPath> _vanishing = [];
    private readonly DiffBudget _budget = new();

    /// <param name="diffs">The sections. Where bases are given, by the names of contents that sections begin from, the edits are of those and not of the tree.</param>
    /// <exception cref="HeckException"><c>patch.stale</c> with the place, <c>patch.malformed</c>, <c>patch.too_large</c>.</exception>
    public IReadOnlyList<FileEdit> Replay(IReadOnlyList<FileDiff> diffs)
    {
        if (bases is not null) foreach (var diff in diffs) AddBase(diff);
        _vanishing.UnionWith(diffs.Where(diff => !diff.IsCopy && diff.OldPath != diff.NewPath).Select(diff => diff.OldPath).OfType<RepoPath>());
        foreach (var diff in diffs) Replay(diff);
        return [.. _edits.Values.Where(edit => edit.Before is not null || edit.After is not null)];
    }

    private void Replay(FileDiff diff)
    {
        var old = diff.OldPath is { } oldPath ? OldContent(diff, oldPath) ?? throw Stale(diff, oldPath, 1, "there is no such file") : default;
        if (diff.NewPath is { } target && target != diff.OldPath && IsTaken(target)) throw Stale(diff, target, 1, "there is such a file already");
        var result = Result(diff, old.Content ?? []);
        if (diff.NewPath is null && result.Length > 0) throw Stale(diff, diff.Path, 1, "the file has more content than the diff removes");
        if (diff.OldPath is { } source && source != diff.NewPath && !diff.IsCopy && (diff.NewPath is null || !_edits.ContainsKey(source))) Set(source, null, null);
        if (diff.NewPath is not { } path) return;
        Set(path, result, diff.NewMode ?? (diff.OldPath is null ? GitFileMode.Regular : old.Mode));
        if (diff.OldPath is { } origin && origin != path) _edits[path] = _edits[path] with { Origin = new FileOrigin(origin, old.Content ?? [], old.Mode, diff.IsCopy) };
    }

    // Renames and copies of one diff are from the files as they are now, whatever order they come in; other sections follow each other.
    private (byte[] Content, GitFileMode Mode)? OldContent(FileDiff diff, RepoPath path)
    {
        var old = (diff.NewPath is { } target && target != path) || !_edits.TryGetValue(path, out var edit) ? Read(path)
            : edit.After is { } after ? (after, edit.Mode!.Value) : null;
        if (old is not var (_, mode)) return null;
        var isLink = mode == GitFileMode.Link;
        if (diff.OldMode is { } expected ? isLink != (expected == GitFileMode.Link) : isLink && diff.Hunks.Count > 0)
            throw Stale(diff, path, 1, isLink ? "it is a link, and the diff is for a file" : "it is a file, and the diff is for a link");
        return old;
    }

    private bool IsTaken(RepoPath path) => _edits.TryGetValue(path, out var edit) ? edit.After is not null : Read(path) is not null && !_vanishing.Contains(path);

    private byte[] Result(FileDiff diff, byte[] old)
    {
        if (diff.Binary is { } binary) return BinaryResult(diff, binary, old);
        if (diff is { Hunks.Count: 0, IsCopy: false }) return old;
        var (result, reason, hunk) = HunkApplier.Apply(old, diff.Hunks, _budget);
        _budget.Hold(result?.Length ?? 0);
        return result ?? throw Stale(diff, diff.Path, Math.Max(hunk!.OldStart, 1), $"the hunk at line {hunk.DiffLine} of the diff does not fit: {reason}");
    }

    // As git does: nothing but the names of both contents shows that a binary patch is whole and meant for this file.
    private byte[] BinaryResult(FileDiff diff, BinaryDiff binary, byte[] old)
    {
        if (diff.OldBlob != (diff.OldPath is null ? GitBlob.None : GitBlob.NameOf(old))) throw Stale(diff, diff.Path, 1, "the file has another content than the binary patch is for");
        _budget.Hold(binary.NewSize ?? 0);
        var result = binary.ApplyTo(old);
        return result is not null && diff.NewBlob == (diff.NewPath is null ? GitBlob.None : GitBlob.NameOf(result))
            ? result
            : throw Stale(diff, diff.Path, 1, "the binary patch does not give the content that it names");
    }

    // A section without a content's name, such as a plain rename, is of whatever the file holds.
    private void AddBase(FileDiff diff)
    {
        if (diff.OldPath is not { } path) return;
        var content = diff.OldBlob is { } name ? bases!.GetValueOrDefault(name) : null;
        if (content is not null) _bases.TryAdd(path, (content, diff.OldMode ?? OnDisk(path)?.Mode ?? GitFileMode.Regular));
        else if (OnDisk(path) is { } present) _bases.TryAdd(path, present);
    }

    private (byte[] Content, GitFileMode Mode)? Read(RepoPath path) => bases is null ? OnDisk(path) : _bases.TryGetValue(path, out var known) ? known : null;

    private (byte[] Content, GitFileMode Mode)? OnDisk(RepoPath path)
    {
        if (_onDisk.TryGetValue(path, out var known)) return known;
        if (FileStamp.TryRead(layout.FullPath(path), out var stamp)) _budget.Hold(stamp.Size);
        return _onDisk[path] = FileState.Read(layout.FullPath(path)) is var (state, content) ? (content, GitFileModes.Of(state)) : null;
    }

    private void Set(RepoPath path, byte[]? after, GitFileMode? mode)
    {
        var present = _edits.ContainsKey(path) ? null : Read(path);
        var edit = _edits.GetValueOrDefault(path) ?? new FileEdit(path, present?.Content, null) { BeforeMode = present?.Mode };
        _edits[path] = edit with { After = after, Mode = mode };
    }

    private static HeckException Stale(FileDiff diff, RepoPath path, int line, string why) => ErrorTable.PatchStale.With(
        $"The diff does not fit '{path}' (its section begins at line {diff.DiffLine}): {why}. Nothing was changed.",
        details: new JsonObject { ["places"] = new JsonArray(new JsonObject { ["path"] = path.Value, ["line"] = line, ["column"] = 1, ["role"] = why }) });
}
