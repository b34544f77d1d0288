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

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>Moves declarations to another file of the package, or to another package.</summary>
internal sealed class GoMove : IRefactoring<MoveAsk>
{
    public Proposal Propose(MoveAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var file = scene.File(ask.Path);
        var objects = ask.Offsets.Select(o => Declared(scene, ask, o, ct)).Distinct().ToList();
        var title = $"Move {string.Join(", ", objects.Select(o => o.Name))} to {ask.To}";
        return ask.To.Parent == ask.Path.Parent
            ? new MoveWithin(scene, ask, ask.Offsets[0], file).Propose(title, [(ask.To, objects)])
            : new MoveAcross(scene, ask, file, ct).Propose(title, objects);
    }

    private static GoObject Declared(GoScene scene, MoveAsk ask, int offset, CancellationToken ct)
    {
        var symbol = scene.Frame.Symbol(ask.Path, offset, ct);
        var declared = scene.ObjectOf(symbol)?.Canonical ?? throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is no declaration of the package.", ask.Path, offset);
        scene.Frame.UsesOf(symbol, ask, ct);
        return declared;
    }
}
