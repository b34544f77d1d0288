using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Gives a range of code a name.</summary>
internal sealed class PythonExtract : IRefactoring<ExtractAsk>
{
    public Proposal Propose(ExtractAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var file = python.File(ask.Path);
        var name = scene.NewName(ask.Name, ask.Kind.ToString().ToLowerInvariant());
        return ask.Kind switch
        {
            ExtractKind.Function => new FunctionExtractor(python, ask, file, name).Propose(ct),
            ExtractKind.Type => new TypeExtractor(python, ask, file, name).Propose(),
            ExtractKind.Constant => new ConstantExtractor(python, ask, Expression(python, file, ask), name).Propose(),
            _ => new VariableExtractor(python, ask, Expression(python, file, ask), name).Propose(),
        };
    }

    public static PythonNode Expression(PythonScene python, PythonFile file, ExtractAsk ask) =>
        ExtractedExpression.Find(python, file, ask) ?? throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range is no whole expression that has a value.", ask);
}
