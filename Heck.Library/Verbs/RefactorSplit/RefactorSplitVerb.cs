using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSplit;

internal static class RefactorSplitVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorSplitRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(
            request, context, targets => new SplitAsk(targets.File(request.Path), [.. request.Into.Select(part => Part(part, targets))]), complete: null, ct);

    private static SplitPart Part(string text, RefactorTargets targets)
    {
        var equals = text.LastIndexOf('=');
        var names = equals < 0 ? [] : text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && equals > 0
            ? new SplitPart(targets.NewPath(text[..equals]), names)
            : throw ErrorTable.RequestInvalid.With($"'{text}' does not say what goes where.", "Write FILE=Name,Name.");
    }
}
