using Heck.Code.Index;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;
using Heck.Workflows.Refactoring;

namespace Heck.Verbs.RefactorRename;

internal static class RefactorRenameVerb
{
    public static async Task<RefactorPayload> RunAsync(RefactorRenameRequest request, VerbContext context, CancellationToken ct)
    {
        using var index = context.OpenIndex(ct);
        return await DeepSources.RefuseAsync(index.Reader, () => RunAsync(request, context, index, ct)).ConfigureAwait(false);
    }

    private static async Task<RefactorPayload> RunAsync(RefactorRenameRequest request, VerbContext context, CodeIndex index, CancellationToken ct)
    {
        var workspace = index.Workspace();
        var (path, offset) = new RefactorTargets(index, context).Symbol(request.Target);
        var language = await RefactorLanguage.OfAsync(path, workspace, request, context, ct).ConfigureAwait(false);

        var options = new RenameOptions(request.New, request.Comments, request.Strings, request.AcceptUnknown, request.Overloads);
        var driver = new RenameDriver(workspace, language.Binder);
        var second = request.AcceptUnknown ? null : await AskSecondAsync(request.Trust, driver, context, workspace, (path, offset), options, ct).ConfigureAwait(false);
        var outcome = driver.Rename(path, offset, second is null ? options : options with { Decided = second.Decided }, ct);
        return await new RefactorResult(context).KeepAsync(
            $"Rename {outcome.Symbol.Kind} {outcome.Symbol.Name} to {outcome.NewName}", language.Engine with { Second = Told(second) },
            new RenamedFiles(workspace, outcome, request.RenameFile).Edits(), outcome.Ledger, request.DryRun, request.Apply, ct).ConfigureAwait(false);
    }

    /// <summary>A server that fails decides nothing, and the rename is refused as it would be without.</summary>
    private static async Task<SecondOpinion?> AskSecondAsync(
        bool trusted, RenameDriver driver, VerbContext context, IWorkspace workspace, (Contracts.RepoPath Path, int Offset) target, RenameOptions options, CancellationToken ct)
    {
        var tier = new SecondTier(context.Layout.Root, workspace);
        if (tier.ServerFor(target.Path) is not { } server || driver.IsLocal(target.Path, target.Offset, ct)) return null;
        var (symbol, verdicts) = driver.Look(target.Path, target.Offset, options, ct);
        if (verdicts.Unknown.Count == 0) return null;
        if (!trusted)
        {
            context.Warn($"{server.Name} is installed and may know what {verdicts.Unknown.Count} undecided occurrence(s) mean; --trust asks it, and it may run the repository's code.");
            return null;
        }

        try
        {
            var opinion = await tier.AskAsync(server, symbol, verdicts, options.NewName, ct).ConfigureAwait(false);
            if (opinion.Decided.Count < verdicts.Unknown.Count) context.Warn($"{server.Name} could decide {opinion.Decided.Count} of {verdicts.Unknown.Count} occurrences.");
            return opinion;
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.ToolFailed.Code)
        {
            context.Warn(e.Error.Message);
            return null;
        }
    }

    private static RefactorSecondEngine? Told(SecondOpinion? opinion) =>
        opinion is null ? null : new RefactorSecondEngine(opinion.Server.Name, opinion.Decided.Count, opinion.Differences) { Version = opinion.Version };
}
