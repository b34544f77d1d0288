using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>Spreads the declarations of a file over several.</summary>
internal sealed class PythonSplit : IRefactoring<SplitAsk>
{
    public Proposal Propose(SplitAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var file = python.File(ask.Path);
        var reader = new MovedSymbolReader(python, ask);
        var moved = new List<MovedSymbol>();
        foreach (var (part, name) in ask.Parts.SelectMany(p => p.Names, (p, n) => (p, n)))
        {
            if (!file.Module.Variables.TryGetValue(name, out var variable))
                throw ErrorTable.TargetNotFound.With($"{ask.Path} declares no '{name}'.", details: PlaceDetails.Of([scene.PlaceOf(ask.Path, 0, "asked")]));
            if (moved.Exists(m => m.Variable == variable)) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is named for two files.", ask, (variable.First.Name, "declared"));
            moved.Add(reader.Read(python.Symbols.Of(variable), part.To));
        }

        return new MoveJob(python, ask, moved).Propose($"Split {ask.Path}", ct);
    }
}
