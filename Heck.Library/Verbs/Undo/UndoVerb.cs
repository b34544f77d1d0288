using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Undo;

internal static class UndoVerb
{
    public static async Task<PatchMovedPayload> RunAsync(UndoRequest request, VerbContext context, CancellationToken ct)
    {
        var tools = new PatchTools(context, request.AllowSyntaxErrors);
        if (request.DryRun) return PatchMovedPayload.Of(tools.Engine.CheckUndo(), done: false);
        using var held = await context.LockAsync(ct).ConfigureAwait(false);
        return PatchMovedPayload.Of(tools.Record(tools.Engine.Undo(held, context.RunId, ct)), done: true);
    }
}
