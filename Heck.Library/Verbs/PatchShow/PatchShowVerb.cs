using System.Text;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.PatchShow;

internal static class PatchShowVerb
{
    public static Task<PatchShowPayload> RunAsync(PatchShowRequest request, VerbContext context, CancellationToken ct)
    {
        var store = new PatchTools(context).Store;
        var patch = store.Load(request.Id);
        return Task.FromResult(new PatchShowPayload { Patches = [PatchSummary.Of(patch)], Diff = Encoding.UTF8.GetString(store.ReadDiff(patch)) });
    }
}
