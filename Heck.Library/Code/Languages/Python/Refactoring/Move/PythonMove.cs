using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>Moves declarations to another file, or to a new one.</summary>
internal sealed class PythonMove : IRefactoring<MoveAsk>
{
    public Proposal Propose(MoveAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        python.File(ask.Path);
        var reader = new MovedSymbolReader(python, ask);
        var moved = ask.Offsets.Select(o => scene.Symbol(ask.Path, o, ct)).Distinct().Select(s => reader.Read(s, ask.To)).ToList();
        return new MoveJob(python, ask, moved).Propose($"Move {string.Join(", ", moved.Select(m => m.Symbol.Name))} from {ask.Path} to {ask.To}", ct);
    }
}
