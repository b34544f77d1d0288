using Heck.Code.Refactoring.Structural;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorApplyRules;

internal static class RefactorApplyRulesVerb
{
    public static async Task<StructuralPayload> RunAsync(RefactorApplyRulesRequest request, VerbContext context, CancellationToken ct)
    {
        var definitions = new List<RuleDefinition>();
        foreach (var file in request.Files)
            definitions.AddRange(RuleFileReader.Read(file, await context.ReadInputAsync(file, RuleFileReader.MaxBytes, ct).ConfigureAwait(false)).Rules);
        var title = $"Apply the rules of {string.Join(", ", request.Files)}";
        return await new StructuralResult(context).RunAsync(title, RuleSet.Of(definitions, ct), request.In is null ? [] : [request.In], request.DryRun, request.Apply, ct).ConfigureAwait(false);
    }
}
