using Heck.Code.Refactoring.Rename;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorRename;

internal static class RefactorRenameVerb
{
    public static async Task<RefactorPayload> RunAsync(RefactorRenameRequest request, VerbContext context, CancellationToken ct)
    {
        using var index = context.OpenIndex(ct);
        var workspace = index.Workspace();
        var (path, offset) = new RefactorTargets(index, context).Symbol(request.Target);
        var language = await RefactorLanguage.OfAsync(path, workspace, request, context, ct).ConfigureAwait(false);

        var options = new RenameOptions(request.New, request.Comments, request.Strings, request.AcceptUnknown, request.Overloads);
        var outcome = new RenameDriver(workspace, language.Binder).Rename(path, offset, options, ct);
        return await new RefactorResult(context).KeepAsync(
            $"Rename {outcome.Symbol.Kind} {outcome.Symbol.Name} to {outcome.NewName}", language.Engine,
            new RenamedFiles(workspace, outcome, request.RenameFile).Edits(), outcome.Ledger, request.DryRun, request.Apply, ct).ConfigureAwait(false);
    }
}
