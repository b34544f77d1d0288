using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorUnexport;

internal static class RefactorUnexportVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorUnexportRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static UnexportAsk Ask(RefactorUnexportRequest request, RefactorTargets targets)
    {
        var (path, offset) = targets.Symbol(request.Target);
        return new UnexportAsk(path, offset, request.To);
    }
}
