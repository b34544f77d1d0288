using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Diffs;
using Heck.Code.Patches.Formats;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Reports;
using Heck.Runtime.Files;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Refactoring;

/// <summary>Turns edits that passed their gate into a patch, applied when that was asked, and into the answer.</summary>
internal sealed class RefactorResult(VerbContext context)
{
    /// <summary>Keeps the change as a patch.</summary>
    /// <param name="title">What the change is, in a line.</param>
    /// <param name="engine">What decided it.</param>
    /// <param name="changes">The change.</param>
    /// <param name="ledger">What became of every occurrence.</param>
    /// <param name="dryRun">Keep nothing.</param>
    /// <param name="apply">Apply the patch as well, once confirmed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RefactorPayload> KeepAsync(
        string title, RefactorEngine engine, IReadOnlyList<FileEdit> changes, OccurrenceLedger ledger, bool dryRun, bool apply, CancellationToken ct)
    {
        var payload = new RefactorPayload
        {
            Diff = DiffOf(changes),
            Engine = engine,
            Occurrences = new RefactorOccurrences(ledger.Changed, ledger.OtherSymbol, ledger.TextOnly, ledger.Unknown),
            Applied = false,
        };
        if (dryRun) return payload;
        if (apply) await context.ConfirmAsync($"{title}: change {Quantity.Of(changes.Count, "file")}?", () => new Report([new DiffBlock(payload.Diff)]), ct).ConfigureAwait(false);

        using var held = await context.LockAsync(ct).ConfigureAwait(false);
        var blobs = new BlobStore(context.Layout);
        var store = new PatchStore(context.Layout, blobs, context.Clock);
        var patch = store.Create(new PatchDraft(title, context.RunId, changes, new PatchMaker(engine.Name, engine.Version)) { Author = await PatchAuthors.PresentAsync(context, ct).ConfigureAwait(false) });
        context.PatchId = patch.Id;
        if (apply)
        {
            var outcome = new PatchEngine(context.Layout, blobs, store, context.Clock).Apply(held, patch, merge: false, context.RunId, ct);
            context.RecordChange(outcome.Files.Select(f => f.Path));
        }

        return payload with { Patch = new RefactorPatch(patch.Id, PatchStore.DiffPath(patch.Id), [.. patch.Files.Select(f => f.Path)]), Applied = apply };
    }

    private static string DiffOf(IReadOnlyList<FileEdit> changes)
    {
        using var writer = new UnifiedDiffWriter();
        foreach (var change in Renames.Mark([.. changes.OrderBy(c => c.Path)], _ => GitFileMode.Regular, _ => GitFileMode.Regular)) writer.Add(change, GitFileMode.Regular, GitFileMode.Regular);
        return Encoding.UTF8.GetString(writer.ToArray());
    }
}
