using System.Text;
using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Contracts.Reports;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchApply;

internal static class PatchApplyVerb
{
    public static async Task<PatchApplyPayload> RunAsync(PatchApplyRequest request, VerbContext context, CancellationToken ct)
    {
        if (request.Id is null == request.Diff is null) throw ErrorTable.RequestInvalid.With("'patch apply' takes either a patch's id or --diff.");
        if (request.Diff is null) ReplyInput.EnsureUnused(request.Format, request.Expect, request.AllowSyntaxErrors && !request.ThreeWay, "a patch is kept in one form, with what its files were");
        var tools = new PatchTools(context, request.AllowSyntaxErrors);
        using var held = request.OnlyLooks ? null : await context.LockAsync(ct).ConfigureAwait(false);
        var prepared = request.Diff is { } diff ? await tools.PrepareAsync(new ReplyInput(diff, request.Format, request.Expect, request.AllowSyntaxErrors), title: null, request.ThreeWay, ct).ConfigureAwait(false) : null;
        if (prepared is { Fit: PatchFit.Applied }) throw ErrorTable.PatchState.With("The change is in the tree already; nothing was kept or changed.", "To be able to take it back, keep it with `heck patch create`.");
        if (held is null) return Payload(Look(tools, prepared, request), request, done: false);
        var patch = prepared is null ? tools.Store.Load(request.Id!) : tools.Store.Save(prepared);
        context.PatchId = patch.Id;
        // Nobody is asked about what cannot be done. Who has said yes already is told so by applying, which looks at all of it anyway.
        if (!request.Yes) tools.Engine.Check(patch, request.ThreeWay);
        await context.ConfirmAsync($"Apply patch {patch.Id} to {patch.Files.Count} files?", () => Preview(tools, patch), ct).ConfigureAwait(false);
        return Payload(tools.Record(tools.Engine.Apply(held, patch, request.ThreeWay, context.RunId, ct)), request, done: true);
    }

    // A diff that is only looked at is not kept either; that it was made from the present tree says that it fits.
    private static PatchOutcome Look(PatchTools tools, PreparedPatch? prepared, PatchApplyRequest request) =>
        prepared is null ? tools.Engine.Check(tools.Store.Load(request.Id!), request.ThreeWay) : tools.Engine.Check(prepared, request.ThreeWay);

    private static PatchApplyPayload Payload(PatchOutcome outcome, PatchApplyRequest request, bool done) => new()
    {
        Patch = PatchSummary.Of(outcome.Patch),
        Done = done,
        Files = [.. outcome.Files.Select(PatchedFile.Of)],
        UntouchedBytesIdentical = !request.ThreeWay,
    };

    private static Report Preview(PatchTools tools, Patch patch) =>
        new([new DiffBlock(Encoding.UTF8.GetString(tools.Store.ReadDiff(patch))), PatchSummary.Of(patch).ToFields()]);
}
