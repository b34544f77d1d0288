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

namespace Heck.Code.Languages.Go.Refactoring.Inline;

/// <summary>Inlines what the name stands for: a variable, a constant, a function.</summary>
internal sealed class GoInline : IRefactoring<InlineAsk>
{
    public Proposal Propose(InlineAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var (symbol, declared) = scene.Asked(ask, ct);
        return declared.Kind switch
        {
            ObjectKind.Variable or ObjectKind.Constant => new InlineValue(scene, ask, symbol, declared, ct).Propose(),
            ObjectKind.Function or ObjectKind.Method => new InlineFunction(scene, ask, symbol, declared, ct).Propose(),
            _ => throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a {symbol.Kind}, which has no value to put in its place.", ask.Path, ask.Offset),
        };
    }
}
