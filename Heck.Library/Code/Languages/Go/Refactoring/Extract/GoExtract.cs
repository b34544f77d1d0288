using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>Gives a range of code a name.</summary>
internal sealed class GoExtract : IRefactoring<ExtractAsk>
{
    public Proposal Propose(ExtractAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var file = scene.File(ask.Path);
        return ask.Kind switch
        {
            ExtractKind.Function => new ExtractFunction(scene, ask, file).Propose(),
            ExtractKind.Type => new ExtractType(scene, ask, file).Propose(),
            _ => new ExtractValue(scene, ask, file).Propose(),
        };
    }
}
