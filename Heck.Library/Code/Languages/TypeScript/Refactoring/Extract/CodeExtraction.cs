using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Gives a range of code a name.</summary>
internal sealed class CodeExtraction : IRefactoring<ExtractAsk>
{
    public Proposal Propose(ExtractAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var selection = Selection.Of(ts, ask);
        ts.Program.Begin(ask.Name, ct);
        var (kind, edits) = ask.Kind switch
        {
            ExtractKind.Variable => ("variable", new VariableExtraction(ts, selection, scene.NewName(ask.Name, "constant")).Edits()),
            ExtractKind.Constant => ("constant", new ConstantExtraction(ts, selection, scene.NewName(ask.Name, "constant")).Edits()),
            ExtractKind.Type => ("type", new TypeExtraction(ts, selection, scene.NewName(ask.Name, "type alias")).Edits()),
            _ => ("function", new FunctionExtraction(ts, selection, scene.NewName(ask.Name, "function")).Edits()),
        };
        return new Proposal($"Extract {kind} {ask.Name} from {ask.Path.Name}", [.. edits], ts.Ledger(selection.Nodes.Take(1))) { NewNames = [ask.Name] };
    }
}
