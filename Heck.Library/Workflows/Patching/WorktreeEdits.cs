using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Repositories;

namespace Heck.Workflows.Patching;

/// <summary>
/// What the working tree has that HEAD has not, staged or not, and new files that git does not ignore. Git tells names, contents and what it last saw of
/// each file; the files themselves are read here.
/// </summary>
internal sealed class WorktreeEdits(RepositoryLayout layout, GitTrees trees)
{
    private readonly List<string> _leftOut = [];
    private readonly Dictionary<RepoPath, bool> _folders = [];

    /// <summary>Repositories within this one, and names that are no text.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <exception cref="HeckException"><c>path.refused</c>: the committed bytes of a changed file are not known.</exception>
    public async Task<IReadOnlyList<FileEdit>> ReadAsync(CancellationToken ct)
    {
        var head = (await trees.HeadAsync(ct).ConfigureAwait(false)).Where(IsOurs).ToDictionary(entry => entry.Path);
        var changed = await ChangedAsync(head, ct).ConfigureAwait(false);
        var before = await trees.ContentsAsync([.. changed.Keys.Where(head.ContainsKey).Select(path => head[path].Name).Distinct()], ct).ConfigureAwait(false);
        var conversions = await GitConversions.ForAsync(trees, [.. changed.Keys.Where(head.ContainsKey)], ct).ConfigureAwait(false);
        var keepsModes = await trees.SettingAsync("core.fileMode", ct).ConfigureAwait(false) is not "false" && !OperatingSystem.IsWindows();
        var edits = new List<FileEdit>();
        foreach (var (path, now) in changed)
        {
            var old = head.GetValueOrDefault(path);
            var oldMode = old is null ? null : GitFileModes.Parse(old.Mode);
            var content = old is null ? null : oldMode == GitFileMode.Link ? before[old.Name] : conversions.InTree(path, before[old.Name]);
            var mode = now is { } present ? GitFileModes.Of(present.State) : (GitFileMode?)null;
            if (!keepsModes && mode == GitFileMode.Regular) mode = oldMode is GitFileMode.Executable ? oldMode : mode;
            if (content is not null && now is not null && mode == oldMode && now.Value.Content.AsSpan().SequenceEqual(content)) continue;
            edits.Add(new FileEdit(path, content, now?.Content, mode) { BeforeMode = oldMode });
        }

        return edits;
    }

    private async Task<SortedDictionary<RepoPath, (FileState State, byte[] Content)?>> ChangedAsync(Dictionary<RepoPath, GitTreeEntry> head, CancellationToken ct)
    {
        var indexTime = await trees.IndexTimeAsync(ct).ConfigureAwait(false);
        var index = (await trees.IndexAsync(ct).ConfigureAwait(false)).Where(entry => IsOurs(entry.Entry)).ToLookup(entry => entry.Entry.Path);
        var untracked = (await trees.UntrackedAsync(ct).ConfigureAwait(false)).Where(IsFile).Select(RepoPath.Parse);
        var changed = new SortedDictionary<RepoPath, (FileState, byte[])?>();
        long bytes = 0;
        foreach (var path in head.Keys.Union(index.Select(entries => entries.Key)).Union(untracked).Where(path => !path.IsWithin(RepositoryLayout.StateRoot)))
        {
            ct.ThrowIfCancellationRequested();
            var old = head.GetValueOrDefault(path);
            if (index[path].ToList() is [var known] && (known.IsLeftAlone || IsUntouched(path, known, indexTime)) && known.Entry == old) continue;
            var now = IsFolder(path.Parent) ? FileState.Read(layout.FullPath(path)) : null;
            if (old is null ? now is null : now is var (state, content) && GitFileModes.Of(state) == GitFileModes.Parse(old.Mode) && GitBlob.NameOf(content) == old.Name) continue;
            bytes += now?.Content.Length ?? 0;
            if (bytes > GitTrees.LargestContents) throw ErrorTable.RequestInvalid.With($"The changed files have more than {GitTrees.LargestContents} bytes together, the most that one patch reads.");
            changed.Add(path, now);
        }

        return changed;
    }

    private bool IsOurs(GitTreeEntry entry)
    {
        if (entry.IsSubmodule || !IsText(entry.Path.Value)) _leftOut.Add(entry.Path.Value);
        return !entry.IsSubmodule && IsText(entry.Path.Value);
    }

    private bool IsFile(string untracked)
    {
        var isFile = !untracked.EndsWith('/') && IsText(untracked);
        if (!isFile) _leftOut.Add(untracked);
        return isFile;
    }

    private static bool IsText(string path) => !path.Contains('\ufffd', StringComparison.Ordinal);

    // As git sees it; whether a file was written in the very moment in which git looked cannot be told from its times.
    private bool IsUntouched(RepoPath path, GitIndexEntry known, long indexTime) =>
        FileStamp.TryRead(layout.FullPath(path), out var stamp) && IsFolder(path.Parent)
        && (stamp.MtimeNs, stamp.CtimeNs, (uint)stamp.Inode, (uint)stamp.Size) == (known.MtimeNs, known.CtimeNs, known.Inode, known.Size)
        && stamp.MtimeNs < indexTime;

    // A file below something that has become a link is not there any more.
    private bool IsFolder(RepoPath path)
    {
        if (path.Value.Length == 0) return true;
        if (!_folders.TryGetValue(path, out var known))
            _folders.Add(path, known = IsFolder(path.Parent) && FileStat.TryRead(layout.FullPath(path), out var stat) && stat.Kind == EntryKind.Folder);
        return known;
    }
}
