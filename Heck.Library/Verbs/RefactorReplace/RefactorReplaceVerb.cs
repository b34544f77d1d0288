using Heck.Code.Refactoring.Structural;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorReplace;

internal static class RefactorReplaceVerb
{
    public static Task<StructuralPayload> RunAsync(RefactorReplaceRequest request, VerbContext context, CancellationToken ct)
    {
        var definition = new RuleDefinition { Id = "", Language = request.Lang, Pattern = request.Pattern, Rewrite = request.Rewrite, Match = [], NoMatch = [] };
        var title = $"Replace {request.Pattern} by {(request.Rewrite.Length == 0 ? "nothing" : request.Rewrite)}";
        return new StructuralResult(context).RunAsync(title, RuleSet.Of([definition], ct), request.Paths ?? [], request.DryRun, request.Apply, ct);
    }
}
