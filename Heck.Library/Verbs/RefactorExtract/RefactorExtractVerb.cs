using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExtract;

internal static class RefactorExtractVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorExtractRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static ExtractAsk Ask(RefactorExtractRequest request, RefactorTargets targets)
    {
        var (path, start, end) = targets.Range(request.Range);
        return new ExtractAsk(path, start, end, request.Kind, request.Name);
    }
}
