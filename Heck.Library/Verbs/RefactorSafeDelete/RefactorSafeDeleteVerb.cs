using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSafeDelete;

internal static class RefactorSafeDeleteVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorSafeDeleteRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static SafeDeleteAsk Ask(RefactorSafeDeleteRequest request, RefactorTargets targets)
    {
        var (path, offset) = targets.Symbol(request.Target);
        return new SafeDeleteAsk(path, offset);
    }
}
