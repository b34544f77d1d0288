using Heck.Code.Index;
using Heck.Code.Patches;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Refactoring;

/// <summary>The story of every refactoring but rename: read the targets, ask the language, keep what passed the gate as a patch.</summary>
internal static class RefactorRun
{
    /// <param name="request">What was asked.</param>
    /// <param name="context">The run.</param>
    /// <param name="read">Makes the ask of the request's targets.</param>
    /// <param name="complete">Adds changes of files that no language reads; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="HeckException">A <c>refactor.*</c> or <c>target.*</c> code: nothing was kept.</exception>
    public static async Task<RefactorPayload> RunAsync<TAsk>(
        RefactorRequest request, VerbContext context, Func<RefactorTargets, TAsk> read, Func<TAsk, IReadOnlyList<FileEdit>, IReadOnlyList<FileEdit>>? complete, CancellationToken ct)
        where TAsk : RefactorAsk
    {
        using var index = context.OpenIndex(ct);
        return await DeepSources.RefuseAsync(index.Reader, () => RunAsync(request, context, index, read, complete, ct)).ConfigureAwait(false);
    }

    private static async Task<RefactorPayload> RunAsync<TAsk>(
        RefactorRequest request, VerbContext context, CodeIndex index, Func<RefactorTargets, TAsk> read, Func<TAsk, IReadOnlyList<FileEdit>, IReadOnlyList<FileEdit>>? complete,
        CancellationToken ct)
        where TAsk : RefactorAsk
    {
        var workspace = index.Workspace();
        var ask = read(new RefactorTargets(index, context)) with { AcceptUnknown = request.AcceptUnknown };
        var language = await RefactorLanguage.OfAsync(ask.Path, workspace, request, context, ct).ConfigureAwait(false);
        var outcome = new RefactorDriver(workspace, language.Binder).Run(ask, ct);
        var edits = new ProposedEdits(context.Layout).Of(outcome.Files);
        return await new RefactorResult(context).KeepAsync(
            outcome.Title, language.Engine, complete is null ? edits : complete(ask, edits), outcome.Ledger, request.DryRun, request.Apply, ct).ConfigureAwait(false);
    }
}
