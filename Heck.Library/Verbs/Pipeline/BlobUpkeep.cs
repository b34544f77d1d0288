using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Contracts.Reports;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;

namespace Heck.Verbs.Pipeline;

/// <summary>Keeps the contents for rollbacks under their cap, after a verb that may have added some. What the verb did is done, so nothing here makes it fail.</summary>
internal static class BlobUpkeep
{
    public static async Task RunAsync(VerbContext context)
    {
        var blobs = new BlobStore(context.Layout);
        try
        {
            var total = blobs.Total.Read();
            if (total <= PatchSettings.LeastBlobBytes) return;
            var cap = ConfigFile.Load(context.Layout).Patches.MaxBlobBytes;
            if (total <= cap || await context.TryLockAsync(CancellationToken.None).ConfigureAwait(false) is not { } held) return;
            using (held) Tell(context, new BlobCollection(blobs, new PatchStore(context.Layout, blobs, context.Clock)).Run(held, cap), cap);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HeckException)
        {
            context.Warn($"The contents kept for rollbacks were not tidied: {e.Message}");
        }
    }

    private static void Tell(VerbContext context, CollectedBlobs collected, long cap)
    {
        if (collected.Patches.Count > 0)
            context.Warn($"More than {Quantity.Bytes(cap)} were kept for rollbacks: {Quantity.Of(collected.Count, "content")} went, and with them what reapplies {string.Join(", ", collected.Patches)}, rolled back longest ago.");
        if (collected.Left > cap)
            context.Warn($"{Quantity.Bytes(collected.Left)} are kept for rollbacks, above patches.max_blob_bytes ({Quantity.Bytes(cap)}): every patch that needs them is created, applied, or among the last moves.");
    }
}
