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

/// <summary>Moves declarations to other files of their package. What they mean does not change; imports follow, and files compiled at other times are refused.</summary>
internal sealed class MoveWithin(GoScene scene, RefactorAsk ask, int asked, GoFile source)
{
    public Proposal Propose(string title, IReadOnlyList<(RepoPath To, IReadOnlyList<GoObject> Objects)> parts)
    {
        var edits = new List<ProposedEdit>();
        var created = new Dictionary<RepoPath, CodeText>();
        var gone = new List<(int Start, int End)>();
        var moved = new List<MovedUnit>();
        var all = parts.SelectMany(p => p.Objects).ToHashSet();
        foreach (var (to, objects) in parts)
        {
            RefuseTarget(to);
            var units = MovedUnit.Of(scene, objects, (code, message, node) => Refuse(code, message, (node, "declared")));
            if (units.Find(u => u.File != source) is { } other) throw Refuse(ErrorTable.RefactorUnsupported, "It is declared in another file.", (other.Node, "declared"));
            moved.AddRange(units);
            var target = new TargetFile(scene, to, source.Package.Name);
            foreach (var unit in units)
            {
                RefuseUnit(unit, to, all);
                foreach (var name in GoScene.Names(unit.Node).Where(n => scene.Meaning(n) is { Kind: ObjectKind.Import }))
                {
                    if (target.Carry(scene.Meaning(name)!, name.Text) is { } taken) throw Refuse(ErrorTable.RefactorNameTaken, $"'{taken}' means something else in {to}.", (name, "use"));
                }

                target.Add(unit.Text([]));
                gone.Add(unit.Lines);
            }

            target.AddTo(edits, created);
        }

        if (MovedUnit.IsEmptied(source, moved)) return Emptied(title, edits, created, all);
        edits.AddRange(gone.Select(g => GoDeclarations.Delete(source, g)));
        edits.AddRange(new ImportPlan(scene, source).Edits(gone).ToList());
        return new Proposal(title, GoEdits.Merge(edits), Ledger(all)) { Created = created };
    }

    private Proposal Emptied(string title, List<ProposedEdit> edits, Dictionary<RepoPath, CodeText> created, HashSet<GoObject> all) =>
        new(title, edits, Ledger(all)) { Created = created, Deleted = [source.Path] };

    private OccurrenceLedger Ledger(HashSet<GoObject> all) => scene.Frame.LedgerOf(all.Select(o => (o.File.Path, o.NameNode.Start)));

    private void RefuseTarget(RepoPath to)
    {
        if (to.Extension != ".go") throw Refuse(ErrorTable.RefactorUnsupported, $"'{to}' is no Go file.");
        if (to == source.Path) throw Refuse(ErrorTable.RefactorUnsupported, "It is declared in that file already.");
        var target = scene.Program.File(to);
        if (target is not null)
        {
            scene.RefuseUnread(target, scene.Frame.PlaceOf(ask.Path, asked, "asked"));
            if (target.Package != source.Package) throw Refuse(ErrorTable.RefactorUnsupported, $"{to} belongs to package {target.Package.Name}, a package beside {source.Package.Name} in the same folder.");
        }
        else if (source.Package.IsExternalTest && !BuildConstraint.IsTest(to)) throw Refuse(ErrorTable.RefactorUnsupported, $"Package {source.Package.Name} is for tests only.");

        if (BuildConstraint.Of(to, target) != BuildConstraint.Of(source.Path, source)) throw Refuse(ErrorTable.RefactorUnsupported, $"{to} is compiled for other builds than {source.Path}.");
    }

    private void RefuseUnit(MovedUnit unit, RepoPath to, HashSet<GoObject> all)
    {
        var (fromTest, toTest) = (source.IsTest, BuildConstraint.IsTest(to));
        if (toTest && !fromTest)
        {
            foreach (var declared in unit.Objects)
            {
                var use = scene.Frame.Binder.UsesOf(declared.Name, default).FirstOrDefault(u => u.Symbol == scene.SymbolOf(declared) && !BuildConstraint.IsTest(u.Path) && !(u.Path == source.Path && unit.Lines.Start <= u.Start && u.Start < unit.Lines.End));
                if (use is not null) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"'{declared.Name}' is used outside of tests.", (scene.Program.File(use.Path)!.At(scene.Program.File(use.Path)!.Tree.Covering(use.Start, use.Start + 1)), "use"));
            }

            if (unit.Objects.Any(o => o.Kind == ObjectKind.Method)) throw Refuse(ErrorTable.RefactorUnsupported, "A method of a test file exists in tests only.");
        }

        if (fromTest && !toTest)
        {
            var left = GoScene.Names(unit.Node).FirstOrDefault(n => scene.Meaning(n) is { File.IsTest: true } o && (GoScene.IsPackageLevel(o) || o.IsMember) && o.File.Package == source.Package && !all.Contains(o) && !unit.Holds(o.NameNode));
            if (left.Exists) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"It uses '{left.Text}', which only tests have.", (left, "use"));
            if (unit.Objects.Any(o => GoNameRule.TestPrefixOf(o.Name) is not null)) throw Refuse(ErrorTable.RefactorUnsupported, "go test looks for its functions in test files only.");
        }

        InitialOrder.Refuse(scene, unit, m => Refuse(ErrorTable.RefactorSideEffects, m, (unit.Node, "value")));
        if (System.Text.Encoding.UTF8.GetString(unit.File.Text.Utf8.Span[unit.Lines.Start..unit.Node.Start]).Contains("//go:embed", StringComparison.Ordinal) && scene.Program.File(to)?.Scopes.Imports.Exists(i => GoProgram.PathOf(i) == "embed") != true
            && !GoScene.Names(unit.Node).Any(n => n.Text == "embed")) throw Refuse(ErrorTable.RefactorUnsupported, $"//go:embed needs {to} to import \"embed\".", (unit.Node, "embeds"));
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => scene.Refuse(code, message, ask.Path, asked, others);
}
