using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorInline;

internal static class RefactorInlineVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorInlineRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static InlineAsk Ask(RefactorInlineRequest request, RefactorTargets targets)
    {
        var (path, offset) = targets.Symbol(request.Target);
        return new InlineAsk(path, offset);
    }
}
