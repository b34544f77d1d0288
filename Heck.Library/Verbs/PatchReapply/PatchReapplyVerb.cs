using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchReapply;

internal static class PatchReapplyVerb
{
    public static async Task<PatchMovedPayload> RunAsync(PatchReapplyRequest request, VerbContext context, CancellationToken ct)
    {
        var tools = new PatchTools(context, request.AllowSyntaxErrors);
        if (request.DryRun) return PatchMovedPayload.Of(tools.Engine.CheckReapply(tools.Store.Load(request.Id)), done: false);
        using var held = await context.LockAsync(ct).ConfigureAwait(false);
        return PatchMovedPayload.Of(tools.Record(tools.Engine.Reapply(held, tools.Store.Load(request.Id), context.RunId, ct)), done: true);
    }
}
