using Heck.Code.Refactoring.Operations.Asks;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExport;

internal static class RefactorExportVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorExportRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static ExportAsk Ask(RefactorExportRequest request, RefactorTargets targets)
    {
        var (path, offset) = targets.Symbol(request.Target);
        return new ExportAsk(path, offset, request.Style, request.To);
    }
}
