using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchList;

internal static class PatchListVerb
{
    public static Task<PatchListPayload> RunAsync(PatchListRequest request, VerbContext context, CancellationToken ct) =>
        Task.FromResult(new PatchListPayload { Patches = [.. new PatchTools(context).Store.List().Select(PatchSummary.Of)] });
}
