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

namespace Heck.Code.Languages.Go.Refactoring.Signatures;

/// <summary>Adds, removes and reorders the parameters of a function or method; its calls follow.</summary>
internal sealed class GoChangeSignature : IRefactoring<ChangeSignatureAsk>
{
    public Proposal Propose(ChangeSignatureAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var (symbol, declared) = scene.Asked(ask, ct);
        HeckException Refuse(ErrorCode code, string message, params IEnumerable<(GoNode, string)> places) => scene.Refuse(code, message, ask.Path, ask.Offset, places);
        if (declared.Kind == ObjectKind.InterfaceMethod) throw Refuse(ErrorTable.RefactorBreaksInterface, $"'{symbol.Name}' is a method of an interface; the types that fulfil it would have to follow.");
        if (declared.Kind is not (ObjectKind.Function or ObjectKind.Method)) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a {symbol.Kind} and has no parameters.");
        if (declared.Kind == ObjectKind.Function && symbol.Kind != "function") throw Refuse(ErrorTable.RefactorExternal, $"'{symbol.Name}' is called by go test.");
        if (declared.Parts.Count > 0) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is declared for several systems.");
        if (declared.Declaration.Get(F.Body).IsNone) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' has no body in Go.");
        var uses = scene.NodesOf(symbol, ask, ct).Where(n => !GoScene.Declares(n)).ToList();
        if (frame.Binder.SetOf(symbol, ct).Symbols.Skip(1).ToList() is { Count: > 0 } family)
            throw Refuse(ErrorTable.RefactorBreaksInterface, $"'{symbol.Name}' must agree with a method of an interface.", family.Select(s => (scene.Program.File(s.Path)!.At(scene.Program.File(s.Path)!.Tree.Covering(s.Offset, s.Offset + 1)), "must agree")));
        var calls = uses.ConvertAll(u => CallOf(scene, u));
        if (uses.Where((_, i) => calls[i].IsNone).ToList() is { Count: > 0 } values) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is used as a value at {scene.PlaceOf(values[0])}.", values.Select(v => (v, "value")));
        var change = SignatureChange.Read(scene, ask, declared);
        var edits = new List<ProposedEdit>(change.OfDeclaration());
        var writer = new CallWriter(scene, ask, change, [.. calls]);
        foreach (var file in calls.Select(c => c.File).Distinct()) edits.AddRange(writer.EditsIn(file.Root).Select(e => new ProposedEdit(file.Path, e.Start, e.End, e.Text)).ToList());
        foreach (var plan in change.Imports.Values) edits.AddRange(plan.Edits([]).ToList());
        var places = calls.Select(c => (c.File.Path, c.Start)).Prepend((declared.File.Path, declared.NameNode.Start));
        return new Proposal($"Change the signature of {symbol.Name}", edits, frame.LedgerOf(places)) { NewNames = [.. change.Items.Where(i => i.Added is not null).Select(i => i.Name)] };
    }

    private static GoNode CallOf(GoScene scene, GoNode use)
    {
        var function = use.Parent.Kind == K.SelectorExpression && use.Field == F.Field ? use.Parent : use;
        if (function != use && scene.Checker.Of(function.Get(F.Operand)).Kind == MeaningKind.Type) return default;
        return function.Parent.Kind == K.CallExpression && function.Field == F.Function ? function.Parent : default;
    }
}
