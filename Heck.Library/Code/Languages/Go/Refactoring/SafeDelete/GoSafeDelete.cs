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

namespace Heck.Code.Languages.Go.Refactoring.SafeDelete;

/// <summary>Deletes what nothing uses: a type with its methods, a function, a method that no interface asks for, a variable or constant, a field without a tag.</summary>
internal sealed class GoSafeDelete : IRefactoring<SafeDeleteAsk>
{
    public Proposal Propose(SafeDeleteAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var (symbol, declared) = scene.Asked(ask, ct);
        RefuseKind(scene, ask, symbol, declared);
        var nodes = scene.NodesOf(symbol, ask, ct);
        if (frame.Binder.SetOf(symbol, ct).Symbols.Skip(1).FirstOrDefault() is { } twin)
            throw scene.Refuse(ErrorTable.RefactorBreaksInterface, $"'{symbol.Name}' must agree with another member, which would be left alone.", ask.Path, ask.Offset, (scene.Program.File(twin.Path)!.At(scene.Program.File(twin.Path)!.Tree.Covering(twin.Offset, twin.Offset + 1)), "must agree"));
        RefuseHidden(scene, ask, declared);
        List<GoObject> gone = [.. declared.Declarations];
        if (declared.Kind == ObjectKind.Type && GoScene.IsPackageLevel(declared)) gone.AddRange(declared.File.Package.Methods(declared).SelectMany(m => m.Declarations));
        bool IsGone(GoNode node) => gone.Exists(g => Covered(g).Contains(node));
        if (nodes.Where(n => !IsGone(n)).ToList() is { Count: > 0 } uses)
            throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is used at {uses.Count} place(s), the first at {scene.PlaceOf(uses[0])}.", ask.Path, ask.Offset, uses.Select(u => (u, "use")));
        RefuseEffects(scene, ask, gone);
        var edits = gone.SelectMany(g => GoDeclarations.Remove(g)).ToList();
        foreach (var file in gone.Select(g => g.File).Distinct().ToList())
            edits.AddRange(new ImportPlan(scene, file).Edits([.. edits.Where(e => e.Path == file.Path).Select(e => (e.Start, e.End))]));
        return new Proposal($"Delete {symbol.Kind} {symbol.Name}", GoEdits.Merge(edits), frame.LedgerOf(gone.Select(g => (g.File.Path, g.NameNode.Start))));
    }

    /// <summary>The code that goes: a name of several in a declaration takes only its value along.</summary>
    private static GoNode Covered(GoObject gone) => GoDeclarations.Lists(gone.Declaration).Names.Count > 1 || (gone.Kind == ObjectKind.Field && gone.Declaration.All(F.Name).Skip(1).Any()) ? gone.NameNode : gone.Declaration;

    private static void RefuseKind(GoScene scene, SafeDeleteAsk ask, BoundSymbol symbol, GoObject declared)
    {
        var why = declared.Kind switch
        {
            ObjectKind.Parameter or ObjectKind.Result or ObjectKind.Receiver => "is a parameter; change the signature instead",
            ObjectKind.Import or ObjectKind.Label or ObjectKind.TypeParameter or ObjectKind.Package => $"is a {symbol.Kind}, which stands or falls with what uses it",
            ObjectKind.Variable when declared.Declaration.Kind is not (K.VarSpec or K.ShortVarDeclaration) => "is declared by the head of a statement",
            ObjectKind.Constant when GoDeclarations.OthersCount(declared.Declaration) => "stands in a group whose later constants count on their place",
            ObjectKind.Field when declared.IsEmbedded => "is embedded",
            ObjectKind.Field when declared.Declarations.Any(d => d.Declaration.Get(F.Tag).Exists) => "has a tag, by which readers outside of the code find it",
            _ => null,
        };
        if (why is not null) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' {why}.", ask.Path, ask.Offset);
        if (declared.Kind == ObjectKind.Function && symbol.Kind != "function") throw scene.Refuse(ErrorTable.RefactorExternal, $"'{symbol.Name}' is run by go test.", ask.Path, ask.Offset);
    }

    /// <summary>What uses a member without its name.</summary>
    private static void RefuseHidden(GoScene scene, SafeDeleteAsk ask, GoObject declared)
    {
        if (declared.Kind == ObjectKind.Field && Literals(scene, declared).FirstOrDefault() is { Exists: true } literal)
            throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"At {scene.PlaceOf(literal)} the struct is made by the order of its fields.", ask.Path, ask.Offset, (literal, "use"));
        if (declared is { Kind: ObjectKind.Method, Owner: { } owner } && scene.Checker.Underlying(scene.Checker.TypeFor(owner)) is GoType.Struct(var node, _))
        {
            foreach (var embedded in node.File.Scopes.MembersOf(node).Where(m => m.IsEmbedded))
            {
                if (!scene.Checker.Members.Find(scene.Checker.TypeOf(embedded), declared.Name, declared.File.Package).IsNothing)
                    throw scene.Refuse(ErrorTable.RefactorBreaksInterface, $"'{declared.Name}' hides a member of the embedded {embedded.Name}, which would take its place.", ask.Path, ask.Offset, (embedded.NameNode, "must agree"));
            }
        }
    }

    private static IEnumerable<GoNode> Literals(GoScene scene, GoObject field)
    {
        var structs = field.Declarations.Select(d => d.NameNode.Ancestor(K.StructType)).ToList();
        var packages = field.IsExported ? scene.Program.AllPackages : scene.Program.PackagesIn(field.File.Path.Parent);
        return packages.SelectMany(p => p.Files).SelectMany(f => GoScene.Below(f.Root)).Where(n =>
            n.Kind == K.LiteralValue && n.FirstNamed.Kind == K.LiteralElement && scene.Checker.Underlying(scene.Checker.TypeOf(n)) is GoType.Struct(var of, _) && structs.Contains(of));
    }

    private static void RefuseEffects(GoScene scene, SafeDeleteAsk ask, List<GoObject> gone)
    {
        var effects = new Effects(scene, new Locals(scene));
        foreach (var variable in gone.Where(g => g.Kind == ObjectKind.Variable))
        {
            var (names, values) = GoDeclarations.Lists(variable.Declaration);
            var value = GoDeclarations.ValueOf(variable);
            if (names.Count > 1 && values.Count == 1) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' gets one of several results.", ask.Path, ask.Offset);
            if (value.Exists && (effects.Of(value) & (Effect.Acts | Effect.MayPanic)) != 0)
                throw scene.Refuse(ErrorTable.RefactorSideEffects, $"The value of '{variable.Name}' is made by code that does something.", ask.Path, ask.Offset, (value, "would not be run"));
        }
    }
}
