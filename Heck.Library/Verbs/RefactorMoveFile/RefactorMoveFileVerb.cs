using Heck.Code.Patches;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMoveFile;

internal static class RefactorMoveFileVerb
{
    public static Task<RefactorPayload> RunAsync(RefactorMoveFileRequest request, VerbContext context, CancellationToken ct) =>
        RefactorRun.RunAsync(request, context, targets => Ask(request, targets), (ask, edits) => [.. edits, .. TheRest(ask, edits, context, ct)], ct);

    private static MoveFileAsk Ask(RefactorMoveFileRequest request, RefactorTargets targets)
    {
        var (from, first) = targets.FileOrFolder(request.Old);
        return new MoveFileAsk(from, targets.NewPath(request.New), first);
    }

    /// <summary>What lies in a moved folder and is no source, such as test data and documents, goes along as it is.</summary>
    private static IEnumerable<FileEdit> TheRest(MoveFileAsk ask, IReadOnlyList<FileEdit> edits, VerbContext context, CancellationToken ct)
    {
        if (ask.From == ask.First) return [];
        var moved = edits.Select(e => e.Path).ToHashSet();
        var proposed = new ProposedEdits(context.Layout);
        var walk = RepositoryWalker.Walk(context.Layout, ct);
        if (walk.Skipped.Where(s => s.Path.StartsWith(ask.From.Value + "/", StringComparison.Ordinal)).Select(s => s.Path).FirstOrDefault() is { } odd)
            throw ErrorTable.RefactorUnsupported.With($"'{odd}' in the folder is a link, another repository or nothing that can be read, and would be left behind.", details: PlaceDetails.Of([new Place(ask.First, 1, 1, "asked")]));
        return walk.Files.Select(f => f.Path).Where(p => p.IsWithin(ask.From) && !moved.Contains(p))
            .SelectMany(p => proposed.Carry(p, RepoPath.Parse(ask.To.Value + p.Value[ask.From.Value.Length..])));
    }
}
