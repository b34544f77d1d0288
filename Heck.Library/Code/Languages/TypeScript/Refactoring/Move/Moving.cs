using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Moves declarations to another file.</summary>
internal sealed class Moving : IRefactoring<MoveAsk>
{
    public Proposal Propose(MoveAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var file = ts.File(ask.Path);
        var plan = new MovePlan(ts, file, ask, ct);
        foreach (var offset in ask.Offsets) plan.Add(offset, ask.To);
        plan.Prepare();
        return new Mover(plan).Propose($"Move {string.Join(", ", plan.Symbols.Select(s => s.Name))} to {ask.To}");
    }
}
