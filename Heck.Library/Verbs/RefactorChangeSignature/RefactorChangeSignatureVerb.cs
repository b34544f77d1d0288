using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorChangeSignature;

internal static class RefactorChangeSignatureVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorChangeSignatureRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static ChangeSignatureAsk Ask(RefactorChangeSignatureRequest request, RefactorTargets targets)
    {
        var (path, offset) = targets.Symbol(request.Target);
        return new ChangeSignatureAsk(path, offset, request.Add ?? [], request.Remove ?? [], request.Order?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
    }
}
