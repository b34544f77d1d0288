using System.Text.Json;
using Heck.Code.Patches.Diffs;
using Heck.Code.Patches.Formats;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches;

/// <summary>The patches of a repository: <c>ID.diff</c>, <c>ID.json</c>, and the contents of their files as blobs.</summary>
internal sealed class PatchStore(RepositoryLayout layout, BlobStore blobs, TimeProvider clock)
{
    private const int IdDigits = 10;
    private const UnixFileMode GitsMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Keeps a change as a patch. The tree stays as it is. A change that is kept already, and not in the tree, is the same patch.</summary>
    /// <exception cref="HeckException">As for <see cref="Prepare"/>.</exception>
    public Patch Create(PatchDraft draft) => Save(Prepare(draft));

    /// <summary>Makes a patch of a change and checks it against the tree, keeping nothing.</summary>
    /// <exception cref="HeckException"><c>patch.empty</c>; <c>path.refused</c>: a path of it may not be written; <c>files.stale</c>: the tree is not as the change says; <c>patch.state</c>.</exception>
    public PreparedPatch Prepare(PatchDraft draft)
    {
        using var diff = new UnifiedDiffWriter();
        var edits = Renames.Mark([.. draft.Edits.Where(ChangesSomething).OrderBy(edit => edit.Path)], ModeBefore, ModeAfter);
        if (edits.Count == 0) throw ErrorTable.PatchEmpty.With("The change leaves every file as it is.");
        var files = edits.Select(edit => Add(diff, edit)).ToList();
        var fit = draft.IsFromElsewhere ? FitOf(files) : PatchFit.Applicable;
        EnsureMayBeWritten(files, edits, fit);
        var bytes = diff.ToArray();
        var hash = ContentHash.Of(bytes);
        var id = $"p{hash.ToString()[..IdDigits]}";
        var known = File.Exists(layout.FullPath(MetadataPath(id))) ? Load(id) : null;
        var patch = new Patch
        {
            Id = id,
            Title = draft.Title,
            Created = clock.GetUtcNow(),
            RunId = draft.RunId,
            Author = draft.Author,
            Engine = draft.Engine,
            Form = draft.Form,
            DiffHash = hash,
            Additions = diff.Additions,
            Deletions = diff.Deletions,
            Files = files,
            // What was done with it in former times stays known, so that it can still be undone; what was agreed to was this very diff.
            Moves = known?.Moves ?? [],
            Approvals = known?.Approvals ?? [],
        };
        if (fit == PatchFit.Applied && patch.State != PatchState.Applied) patch = patch with { Moves = [.. patch.Moves, Capture(draft.RunId, files)] };
        return patch.State == PatchState.Applied && fit == PatchFit.Applicable
            ? throw ErrorTable.PatchState.With($"This change is patch {id}, which is applied, yet the files are as before it.", $"Roll {id} back first.")
            : new PreparedPatch(patch, bytes, edits) { Fit = fit };
    }

    /// <summary>The number of the next move.</summary>
    public long NextOrder() => 1 + MetadataFiles().Aggregate(0L, (last, file) => Math.Max(last, Reading(file, PatchGlance.LastOrderOf)));

    private PatchFit FitOf(IReadOnlyList<PatchFile> files)
    {
        var present = files.Select(file => (file, now: FileState.Of(layout.FullPath(file.Path)))).ToList();
        if (present.TrueForAll(pair => Is(pair.now, pair.file.After, pair.file.PostMode))) return PatchFit.Applied;
        return present.TrueForAll(pair => Is(pair.now, pair.file.Before, pair.file.PreMode)) ? PatchFit.Applicable : PatchFit.Diverged;
    }

    private static bool Is(FileState? now, FileBody? body, string? mode) => now?.Body == body && (now?.Mode is null || GitFileModes.Of(now).Digits() == mode);

    // A patch that does not fit is looked at again, with the tree, when it is merged.
    private void EnsureMayBeWritten(List<PatchFile> files, List<FileEdit> edits, PatchFit fit)
    {
        if (files.Select(file => (file.Path, Reason: PathNames.ReasonAgainst(file.Path))).FirstOrDefault(pair => pair.Reason is not null) is (var path, { } reason))
            throw ErrorTable.PathRefused.With($"'{PathNames.Visible(path.Value)}' may not be written: {reason}.");
        if (fit != PatchFit.Applicable) return;
        var contents = edits.Where(edit => edit.After is not null).DistinctBy(edit => ContentHash.Of(edit.After)).ToDictionary(edit => ContentHash.Of(edit.After), edit => edit.After!);
        _ = new AtomicFileSystem(layout, blobs).Check(PatchPlan.Exactly(files, hash => contents[hash]));
    }

    private PatchMove Capture(string runId, IEnumerable<PatchFile> files) =>
        new(NextOrder(), PatchMoveKind.Capture, IsUndo: false, clock.GetUtcNow(), runId, [.. files.Select(Captured)]);

    // The bits beyond git's are those of the file as it is; of one that is gone nobody knows them, and it gets what git gives.
    private FileTransition Captured(PatchFile file)
    {
        var now = FileState.Of(layout.FullPath(file.Path));
        if (file.Before is not { } before) return new FileTransition(file.Path, null, now);
        var isExecutable = file.PreMode == GitFileMode.Executable.Digits();
        UnixFileMode? mode = before.IsLink || OperatingSystem.IsWindows() ? null : ModeChange.MakeExecutable(isExecutable).ApplyTo(now?.Mode ?? GitsMode);
        return new FileTransition(file.Path, new FileState(before.Hash, mode, before.IsLink), now);
    }

    /// <summary>Keeps a prepared patch, durably.</summary>
    public Patch Save(PreparedPatch prepared)
    {
        foreach (var content in prepared.Contents) blobs.Put(content);
        blobs.Flush();
        // A diff quotes files that others may not be allowed to read.
        StateFile.Write(layout.FullPath(DiffPath(prepared.Patch.Id)), prepared.Diff, isPrivate: true);
        StateFile.Write(layout.FullPath(MetadataPath(prepared.Patch.Id)), Serialize(prepared.Patch), isPrivate: true);
        return prepared.Patch;
    }

    /// <exception cref="HeckException"><c>patch.not_found</c>.</exception>
    public Patch Load(string id)
    {
        var file = IsId(id) ? layout.FullPath(MetadataPath(id)) : null;
        if (!File.Exists(file)) throw ErrorTable.PatchNotFound.With($"There is no patch '{PathNames.Visible(id)}'.");
        return Read(file);
    }

    /// <summary>All patches, the newest first.</summary>
    public IReadOnlyList<Patch> List() => [.. MetadataFiles().Select(Read).OrderByDescending(patch => patch.Created).ThenBy(patch => patch.Id, StringComparer.Ordinal)];

    /// <summary>Where each patch stands to the tree, in no order.</summary>
    public IReadOnlyList<PatchState> States() => [.. MetadataFiles().Select(file => Reading(file, PatchGlance.StateOf))];

    /// <exception cref="HeckException"><c>patch.malformed</c>: the file is not what was created.</exception>
    public byte[] ReadDiff(Patch patch)
    {
        var file = layout.FullPath(DiffPath(patch.Id));
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return ContentHash.Of(bytes) == patch.DiffHash
            ? bytes
            : throw ErrorTable.PatchMalformed.With($"'{DiffPath(patch.Id)}' was changed or deleted after patch {patch.Id} was created.", $"Make a patch of its own from an edited diff: `heck patch create {DiffPath(patch.Id)}`.");
    }

    public static RepoPath DiffPath(string id) => RepositoryLayout.PatchRoot.Combine($"{id}.diff");

    /// <summary>Lets the patch's new metadata go with a change of the tree.</summary>
    public CommitPlan WithMetadata(CommitPlan plan, Patch patch)
    {
        var path = MetadataPath(patch.Id);
        return plan.WithState(path, FileState.Of(layout.FullPath(path)), blobs.Put(Serialize(patch)));
    }

    private static RepoPath MetadataPath(string id) => RepositoryLayout.PatchRoot.Combine($"{id}.json");

    private static byte[] Serialize(Patch patch) => PatchWriter.Write(patch);

    private IEnumerable<string> MetadataFiles() => Directory.Exists(layout.PatchFolder)
        ? Directory.EnumerateFiles(layout.PatchFolder, "p*.json").Where(file => IsId(Path.GetFileNameWithoutExtension(file)))
        : [];

    private static Patch Read(string file) => Reading(file, static bytes => PatchReader.Read(bytes));

    private static T Reading<T>(string file, Func<byte[], T> read)
    {
        try
        {
            return read(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw ErrorTable.PatchMalformed.With($"The metadata '{file}' cannot be read.", "Restore it, or delete it with its diff.", inner: e);
        }
    }

    private bool ChangesSomething(FileEdit edit) => (edit.Before, edit.After) switch
    {
        (null, null) => false,
        ({ } before, { } after) => !before.AsSpan().SequenceEqual(after) || ModeBefore(edit) != ModeAfter(edit),
        _ => true,
    };

    private PatchFile Add(UnifiedDiffWriter diff, FileEdit edit)
    {
        var (before, after) = (ModeBefore(edit), ModeAfter(edit));
        diff.Add(edit, before, after);
        return new PatchFile(
            edit.Path,
            edit.Before is null ? null : ContentHash.Of(edit.Before),
            edit.After is null ? null : ContentHash.Of(edit.After),
            edit.Before is null ? null : before.Digits(),
            edit.After is null ? null : after.Digits())
        {
            Encoding = FileEncoding.Of(edit.After ?? edit.Before).Name,
            From = edit.Origin is { } origin ? new PatchOrigin(origin.Path, ContentHash.Of(origin.Content), origin.Mode.Digits(), origin.IsCopy) : null,
        };
    }

    private GitFileMode ModeBefore(FileEdit edit) => edit.BeforeMode ?? (edit.Before is not null ? GitFileModes.OnDisk(layout.FullPath(edit.Path)) : null) ?? GitFileMode.Regular;

    private GitFileMode ModeAfter(FileEdit edit) => edit.Mode ?? ModeBefore(edit);

    // No regular expression: to load their library costs a glance at the patches more than to read them.
    private static bool IsId(string text)
    {
        if (text.Length != 1 + IdDigits || text[0] != 'p') return false;
        foreach (var digit in text.AsSpan(1))
        {
            if (!char.IsAsciiHexDigitLower(digit)) return false;
        }

        return true;
    }
}
