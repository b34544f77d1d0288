using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Spreads the declarations of a file over several.</summary>
internal sealed class Splitting : IRefactoring<SplitAsk>
{
    public Proposal Propose(SplitAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var file = ts.File(ask.Path);
        var plan = new MovePlan(ts, file, ask, ct);
        var names = ts.Program.Scopes(file).Module.Scope.Names;
        foreach (var part in ask.Parts)
        {
            foreach (var name in part.Names)
            {
                if (!names.TryGetValue(name, out var symbol) || symbol.Alias is not null) throw ErrorTable.TargetNotFound.With($"{ask.Path} declares no '{name}' at its top.", details: scene.Places(ask.Path, 0, []));
                plan.Add(symbol.Final.First.Name.Start, part.To);
            }
        }

        plan.Prepare();
        return new Mover(plan).Propose($"Split {ask.Path.Name} into {ask.Parts.Count} more file(s)");
    }
}
