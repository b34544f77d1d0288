using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchCreate;

internal static class PatchCreateVerb
{
    public static async Task<PatchCreatePayload> RunAsync(PatchCreateRequest request, VerbContext context, CancellationToken ct)
    {
        using var held = request.DryRun ? null : await context.LockAsync(ct).ConfigureAwait(false);
        var tools = new PatchTools(context);
        var prepared = await tools.PrepareAsync(request.File, request.Title, ct).ConfigureAwait(false);
        if (!request.DryRun) tools.Store.Save(prepared);
        context.PatchId = prepared.Patch.Id;
        return new PatchCreatePayload { Patch = PatchSummary.Of(prepared.Patch), Diff = prepared.DiffText };
    }
}
