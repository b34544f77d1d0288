using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Gives a range of code a name.</summary>
internal sealed class Extract : IRefactoring<ExtractAsk>
{
    public Proposal Propose(ExtractAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Start);
        if (ask.Kind == ExtractKind.Type) throw scene.Refuse(ErrorTable.RefactorUnsupported, "C# writes types in place only as tuples, which a type of another name would not be.");
        var name = shared.NewName(ask.Name, ask.Kind == ExtractKind.Function ? "method" : "variable");
        var selection = Selection.Of(scene, ask);
        return ask.Kind switch
        {
            ExtractKind.Variable => new ExtractVariable(scene, selection, name, ct).Propose(),
            ExtractKind.Constant => new ExtractConstant(scene, selection, name, ct).Propose(),
            _ => new ExtractMethod(scene, selection, name, ct).Propose(),
        };
    }
}
