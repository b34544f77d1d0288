using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>Puts the value of a variable or the body of a function where its name is used.</summary>
internal sealed class PythonInline : IRefactoring<InlineAsk>
{
    public Proposal Propose(InlineAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var symbol = scene.Symbol(ask, ct);
        var uses = scene.UsesOf(symbol, ask, ct);
        if (python.VariableOf(symbol) is not { } variable)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a {symbol.Kind}, which has neither one value nor one body.", ask);
        python.File(symbol.Path);
        python.File(ask.Path);
        return variable.First.Kind == DeclarationKind.Function
            ? new FunctionInliner(python, ask, symbol, variable, uses).Propose(ct)
            : new VariableInliner(python, ask, symbol, variable, uses).Propose(ct);
    }
}
