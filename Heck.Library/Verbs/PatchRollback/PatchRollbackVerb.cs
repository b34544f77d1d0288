using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchRollback;

internal static class PatchRollbackVerb
{
    // Not confirmed: it loses nothing, and `patch reapply` undoes it.
    public static async Task<PatchMovedPayload> RunAsync(PatchRollbackRequest request, VerbContext context, CancellationToken ct)
    {
        if (request.Id is null != request.Last) throw ErrorTable.RequestInvalid.With("'patch rollback' takes either a patch's id or --last.");
        var tools = new PatchTools(context, request.AllowSyntaxErrors);
        if (request.DryRun) return PatchMovedPayload.Of(tools.Engine.CheckRollback(Meant(tools, request)), done: false);
        using var held = await context.LockAsync(ct).ConfigureAwait(false);
        return PatchMovedPayload.Of(tools.Record(tools.Engine.Rollback(held, Meant(tools, request), context.RunId, ct)), done: true);
    }

    private static Patch Meant(PatchTools tools, PatchRollbackRequest request) => request.Id is { } id ? tools.Store.Load(id)
        : tools.Engine.LastApplied() ?? throw ErrorTable.PatchNotFound.With("No patch is applied.");
}
