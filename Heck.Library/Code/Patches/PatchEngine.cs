using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Formats;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Policy;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches;

/// <summary>
/// Applies patches and takes them back, each as a whole or not at all, the patch's own state with it. Never touches git's index, never cleans, resets or stashes:
/// only the patch's files, and of those only what it changed.
/// </summary>
internal sealed class PatchEngine(RepositoryLayout layout, BlobStore blobs, PatchStore store, TimeProvider clock, IChangePolicy? policy = null)
{
    private readonly AtomicFileSystem _files = new(layout, blobs, policy);

    /// <summary>Lets a merge add syntax errors.</summary>
    public bool AllowSyntaxErrors { get; init; }

    /// <summary>Says what applying would do, with everything checked; with <paramref name="merge"/> on files that have changed since.</summary>
    /// <exception cref="HeckException">As for <see cref="Apply"/>.</exception>
    public PatchOutcome Check(Patch patch, bool merge) => LeavingNothing(() =>
    {
        var plan = PlanApply(patch, store.ReadDiff(patch), merge);
        return new PatchOutcome(patch, _files.Plan(plan.Changes, plan.Seen).Transitions, plan.Kept) { Unchecked = plan.Unchecked };
    });

    /// <summary>Says what applying a patch would do that is kept nowhere yet.</summary>
    public PatchOutcome Check(PreparedPatch prepared, bool merge) => LeavingNothing(() =>
    {
        if (merge) return CheckMerge(prepared);
        var contents = prepared.Contents.DistinctBy(content => ContentHash.Of(content)).ToDictionary(content => ContentHash.Of(content));
        EnsureDiffIsTheChange(prepared.Patch, prepared.Diff, hash => contents[hash]);
        return new PatchOutcome(prepared.Patch, _files.Check(PatchPlan.Exactly(prepared.Patch.Files, hash => contents[hash])), []);
    });

    private PatchOutcome CheckMerge(PreparedPatch prepared)
    {
        foreach (var content in prepared.Contents) blobs.Put(content);
        var plan = PlanApply(prepared.Patch, prepared.Diff, merge: true);
        return new PatchOutcome(prepared.Patch, _files.Plan(plan.Changes, plan.Seen).Transitions, plan.Kept) { Unchecked = plan.Unchecked };
    }

    /// <summary>Contents that were put for a plan go again when it is only looked at, or refused.</summary>
    private T LeavingNothing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        finally
        {
            blobs.Discard();
        }
    }

    /// <summary>Applies a patch that is not applied.</summary>
    /// <exception cref="HeckException"><c>patch.state</c>, <c>patch.stale</c> with the places, <c>patch.malformed</c>, and those of <see cref="AtomicFileSystem"/>.</exception>
    public PatchOutcome Apply(RepositoryLock held, Patch patch, bool merge, string runId, CancellationToken ct) =>
        LeavingNothing(() => Carry(held, patch, PlanApply(patch, store.ReadDiff(patch), merge), Move(PatchMoveKind.Apply, runId), ct));

    /// <summary>Puts the files back as they were before the patch; work that was done on them since stays.</summary>
    /// <exception cref="HeckException"><c>patch.state</c>; <c>patch.later_work</c> with the places, nothing done.</exception>
    public PatchOutcome Rollback(RepositoryLock held, Patch patch, string runId, CancellationToken ct) =>
        LeavingNothing(() => Carry(held, patch, PlanBack(patch, PatchState.Applied), Move(PatchMoveKind.Rollback, runId), ct));

    /// <summary>Undoes a rollback.</summary>
    /// <exception cref="HeckException"><c>patch.state</c>; <c>patch.later_work</c> with the places, nothing done.</exception>
    public PatchOutcome Reapply(RepositoryLock held, Patch patch, string runId, CancellationToken ct) =>
        LeavingNothing(() => Carry(held, patch, PlanBack(patch, PatchState.RolledBack), Move(PatchMoveKind.Reapply, runId), ct));

    /// <summary>Takes back the last move that no undo has taken back yet, whatever it was.</summary>
    /// <exception cref="HeckException"><c>patch.not_found</c>: there is none; <c>patch.later_work</c>.</exception>
    public PatchOutcome Undo(RepositoryLock held, string runId, CancellationToken ct)
    {
        var patch = LastMoved();
        return LeavingNothing(() => Carry(held, patch, PlanBack(patch, patch.State), Move(KindBack(patch), runId) with { IsUndo = true }, ct));
    }

    /// <summary>Says what <see cref="Rollback"/> would do.</summary>
    public PatchOutcome CheckRollback(Patch patch) => CheckBack(patch, PatchState.Applied);

    /// <summary>Says what <see cref="Reapply"/> would do.</summary>
    public PatchOutcome CheckReapply(Patch patch) => CheckBack(patch, PatchState.RolledBack);

    /// <summary>Says what <see cref="Undo"/> would do.</summary>
    public PatchOutcome CheckUndo()
    {
        var patch = LastMoved();
        return CheckBack(patch, patch.State);
    }

    /// <summary>The patch that was applied last and still is, not counting what was found in the tree; null when none is.</summary>
    public Patch? LastApplied() => store.List().Where(patch => patch.State == PatchState.Applied && patch.Moves[^1].Kind != PatchMoveKind.Capture).MaxBy(patch => patch.Moves[^1].Order);

    private static PatchMoveKind KindBack(Patch patch) => patch.State == PatchState.Applied ? PatchMoveKind.Rollback : PatchMoveKind.Reapply;

    private Patch LastMoved()
    {
        var pile = new Stack<Patch>();
        foreach (var (patch, move) in store.List().SelectMany(patch => patch.Moves.Select(move => (patch, move))).Where(moved => moved.move.Kind != PatchMoveKind.Capture).OrderBy(moved => moved.move.Order))
        {
            if (!move.IsUndo) pile.Push(patch);
            else pile.TryPop(out _);
        }

        return pile.TryPeek(out var last) ? last : throw ErrorTable.PatchNotFound.With("There is nothing to undo: no patch was applied or rolled back.");
    }

    private PatchPlan PlanApply(Patch patch, byte[] diff, bool merge)
    {
        if (patch.State == PatchState.Applied) throw ErrorTable.PatchState.With($"Patch {patch.Id} is applied already.");
        EnsureKept(patch, [.. patch.Files.Where(file => file.Contents.Any(hash => !blobs.Keeps(hash))).Select(file => file.Path)]);
        EnsureDiffIsTheChange(patch, diff, blobs.ReadUnproved);
        var plan = NewPlan();
        if (merge) plan.Merge(patch.Files);
        else plan.Take(patch.Files);
        var conflicts = plan.Conflicts;
        if (conflicts.Count > 0)
        {
            throw ErrorTable.PatchStale.With(
                $"{Names(conflicts.Select(place => place.Path))} {(conflicts.Count == 1 ? "is" : "are")} not as patch {patch.Id} expects; nothing was changed.",
                merge ? null : "Create the patch again on the present files, or merge it with --3way.",
                PlaceDetails.Of(conflicts));
        }

        plan.EnsureSyntax();
        return plan;
    }

    private PatchPlan NewPlan() => new(layout, blobs, AllowSyntaxErrors ? null : new SyntaxGate(clock));

    private static void EnsureKept(Patch patch, IReadOnlyList<RepoPath> gone)
    {
        if (gone.Count == 0) return;
        throw ErrorTable.PatchContentsGone.With(
            $"Contents of {Names(gone)} that patch {patch.Id} needs are not kept any more; nothing was changed.",
            patch.State == PatchState.Applied ? null : $"Make the patch again from its diff, on files as it was made for: `heck patch create {PatchStore.DiffPath(patch.Id)}`.");
    }

    // The diff is what a person has read and approved. Its hunks, applied to the contents before, must give the contents after, which
    // also proves that every byte outside them stays, and that the contents before are the right ones: each byte of them is in the result, or in a line of the diff.
    private static void EnsureDiffIsTheChange(Patch patch, byte[] diff, Func<ContentHash, byte[]> contentOf)
    {
        var sections = UnifiedDiffReader.Read(diff).ToLookup(section => section.Path);
        var renamed = patch.Files.Select(file => file.From).OfType<PatchOrigin>().Where(from => !from.IsCopy).Select(from => from.Path).ToHashSet();
        foreach (var file in patch.Files)
        {
            if (!IsChange(file, sections[file.Path], renamed, contentOf)) throw ErrorTable.PatchMalformed.With($"The diff of patch {patch.Id} does not give the content of '{file.Path}' that was kept for it.");
        }
    }

    // A file that becomes a link has two sections, and so has the other way.
    private static bool IsChange(PatchFile file, IEnumerable<FileDiff> sections, HashSet<RepoPath> renamed, Func<ContentHash, byte[]> contentOf)
    {
        // A file that goes under another name has no section of its own.
        if (file.Post is null && renamed.Contains(file.Path)) return !sections.Any();
        var (content, mode) = file.From is { } from ? (contentOf(from.Hash), from.Mode) : (file.Pre is { } pre ? contentOf(pre) : [], file.PreMode);
        var source = file.From?.Path ?? file.Path;
        foreach (var section in sections)
        {
            if ((section.OldPath ?? file.Path) != (section.OldPath is null ? file.Path : source) || section.IsCopy != (file.From?.IsCopy ?? false)) return false;
            if ((section.Binary is { } binary ? binary.ApplyTo(content) : HunkApplier.Apply(content, section.Hunks, new DiffBudget()).Result) is not { } after) return false;
            (content, mode) = (after, section.NewPath is null ? null : section.NewMode?.Digits() ?? mode);
        }

        return mode == file.PostMode && (file.Post is { } post ? ContentHash.Of(content) == post : content.Length == 0);
    }

    private PatchOutcome CheckBack(Patch patch, PatchState from) => LeavingNothing(() =>
    {
        var plan = PlanBack(patch, from);
        return new PatchOutcome(patch with { Moves = [.. patch.Moves, Move(KindBack(patch), "")] }, _files.Plan(plan.Changes, plan.Seen).Transitions, plan.Kept) { Unchecked = plan.Unchecked };
    });

    private PatchPlan PlanBack(Patch patch, PatchState from)
    {
        if (patch.State != from) throw ErrorTable.PatchState.With(from == PatchState.Applied ? $"Patch {patch.Id} is not applied." : $"Patch {patch.Id} was not rolled back.");
        var plan = NewPlan();
        plan.Revert(patch, patch.State == PatchState.Applied ? Orphans() : []);
        EnsureKept(patch, plan.Gone);
        if (plan.Conflicts.Count > 0)
        {
            throw ErrorTable.PatchLaterWork.With(
                $"{Names(plan.Conflicts.Select(place => place.Path))} {(plan.Conflicts.Count == 1 ? "has" : "have")} later changes where patch {patch.Id} changed something; nothing was changed.",
                details: PlaceDetails.Of(plan.Conflicts));
        }

        plan.EnsureSyntax();
        return plan;
    }

    // Files that a patch made, and that stayed when it was rolled back since a later patch had changed them. They go when they are as it made them again.
    private HashSet<(RepoPath, FileBody?)> Orphans() =>
        [.. from patch in store.List()
            where patch.State == PatchState.RolledBack
            from path in patch.Moves[^1].Kept
            select (path, patch.Files.Single(file => file.Path == path).After)];

    private PatchMove Move(PatchMoveKind kind, string runId) =>
        new(store.NextOrder(), kind, IsUndo: false, clock.GetUtcNow(), runId, []);

    // The metadata that goes with the change tells of it as planned; only a new file's mode is known afterwards, and is as planned unless the system's default changes.
    private PatchOutcome Carry(RepositoryLock held, Patch patch, PatchPlan plan, PatchMove move, CancellationToken ct)
    {
        var planned = _files.Plan(plan.Changes, plan.Seen);
        var moved = patch with { Moves = [.. patch.Moves, move with { Files = planned.Transitions, Kept = plan.Kept, Policy = _files.Judge(planned).Decision }] };
        var done = _files.Commit(held, $"patch {move.Kind.ToString().ToLowerInvariant()} {patch.Id}", store.WithMetadata(planned, moved), ct);
        return new PatchOutcome(moved, [.. done.Where(file => !file.Path.IsWithin(RepositoryLayout.StateRoot))], plan.Kept) { Unchecked = plan.Unchecked };
    }

    private static string Names(IEnumerable<RepoPath> paths)
    {
        var all = paths.ToList();
        return string.Join(", ", all.Take(3).Select(path => $"'{path}'")) + (all.Count > 3 ? $" and {all.Count - 3} more" : "");
    }
}
