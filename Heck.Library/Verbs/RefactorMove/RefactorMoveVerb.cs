using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMove;

internal static class RefactorMoveVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorMoveRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), complete: null, ct);

    private static MoveAsk Ask(RefactorMoveRequest request, RefactorTargets targets)
    {
        var symbols = request.Targets.Select(targets.Symbol).Distinct().ToList();
        if (symbols.FirstOrDefault(s => s.Path != symbols[0].Path) is { Path.Value.Length: > 0 } other)
            throw ErrorTable.RequestInvalid.With($"'{symbols[0].Path}' and '{other.Path}' are two files; the symbols of one move stand in one.", "Move them one file after another.");
        return new MoveAsk(symbols[0].Path, [.. symbols.Select(s => s.Offset)], targets.NewPath(request.To));
    }
}
