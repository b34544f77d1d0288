using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;
using Heck.Workflows.Patching;

namespace Heck.Verbs.PatchCreate;

internal static class PatchCreateVerb
{
    public static async Task<PatchCreatePayload> RunAsync(PatchCreateRequest request, VerbContext context, CancellationToken ct)
    {
        if (new[] { request.File is not null, request.Range is not null, request.Worktree }.Count(isGiven => isGiven) != 1)
            throw ErrorTable.RequestInvalid.With("'patch create' takes one of: a file (or -), --range A..B, --worktree.");
        if (request.File is null) ReplyInput.EnsureUnused(request.Format, request.Expect, request.AllowSyntaxErrors, "git says what a range or the working tree changes");
        using var held = request.DryRun ? null : await context.LockAsync(ct).ConfigureAwait(false);
        var tools = new PatchTools(context);
        var prepared = request.File is { } file ? await tools.PrepareAsync(new ReplyInput(file, request.Format, request.Expect, request.AllowSyntaxErrors), request.Title, merge: false, ct).ConfigureAwait(false)
            : tools.Store.Prepare(await DraftAsync(request, context, ct).ConfigureAwait(false));
        if (!request.DryRun) tools.Store.Save(prepared);
        context.PatchId = prepared.Patch.Id;
        return new PatchCreatePayload { Patch = PatchSummary.Of(prepared.Patch), Tree = Heck.Code.Index.SnakeCase.Of(prepared.Fit), Diff = prepared.DiffText };
    }

    private static async Task<PatchDraft> DraftAsync(PatchCreateRequest request, VerbContext context, CancellationToken ct)
    {
        var git = new GitRepository(context.Layout);
        if (!await git.IsRepositoryAsync(ct).ConfigureAwait(false)) throw ErrorTable.RequestInvalid.With("'--range' and '--worktree' need a git repository, and this is none.");
        var (trees, author) = (new GitTrees(git), await PatchAuthors.PresentAsync(context, ct).ConfigureAwait(false));
        if (request.Range is { } range)
            return new PatchDraft(request.Title ?? $"Commits {range}", context.RunId, await new RangeEdits(trees).ReadAsync(range, ct).ConfigureAwait(false)) { Author = author, IsFromElsewhere = true };
        var worktree = new WorktreeEdits(context.Layout, trees);
        var edits = await worktree.ReadAsync(ct).ConfigureAwait(false);
        if (worktree.LeftOut.Count > 0) context.Warn($"Left out, as repositories of their own or names that are no text: {string.Join(", ", worktree.LeftOut.Distinct())}.");
        return new PatchDraft(request.Title ?? "Changes of the working tree", context.RunId, edits) { Author = author, IsFromElsewhere = true };
    }
}
