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

/// <summary>Moves declarations to another package: a type takes its methods along, uses get the other qualifier, what stays behind must be exported.</summary>
internal sealed class MoveAcross
{
    private readonly GoScene _scene;
    private readonly MoveAsk _ask;
    private readonly GoFile _source;
    private readonly CancellationToken _ct;
    private readonly PackagePaths _paths;
    private readonly GoPackage? _target;
    private readonly string _targetPath;
    private readonly string _sourcePath;
    private readonly string _targetName;
    private readonly TargetFile _file;
    private readonly Dictionary<GoFile, ImportPlan> _plans = [];
    private readonly Dictionary<GoFile, List<(int Start, int End)>> _gone = [];
    private readonly HashSet<GoFile> _needTarget = [];
    private bool _needsSource;

    public MoveAcross(GoScene scene, MoveAsk ask, GoFile source, CancellationToken ct)
    {
        (_scene, _ask, _source, _ct, _paths) = (scene, ask, source, ct, new PackagePaths(scene));
        var folder = ask.To.Parent;
        if (ask.To.Extension != ".go") throw Refuse(ErrorTable.RefactorUnsupported, $"'{ask.To}' is no Go file.");
        if (source.IsTest || BuildConstraint.IsTest(ask.To)) throw Refuse(ErrorTable.RefactorUnsupported, "Tests stay in their package.");
        if (BuildConstraint.Of(source.Path, source).Length > 0 || BuildConstraint.Of(ask.To, scene.Program.File(ask.To)).Length > 0) throw Refuse(ErrorTable.RefactorUnsupported, "A file of them is compiled for some builds only.");
        (_sourcePath, _targetPath) = (_paths.Of(source.Path.Parent) ?? throw Refuse(ErrorTable.RefactorUnsupported, "There is no go.mod that gives the package a path."), _paths.Of(folder) ?? throw Refuse(ErrorTable.RefactorUnsupported, "There is no go.mod that gives the other package a path."));
        if (_paths.ModuleOf(folder) != _paths.ModuleOf(source.Path.Parent)) throw Refuse(ErrorTable.RefactorUnsupported, "The other package is in another module.");
        _target = scene.Program.PackagesIn(folder).Where(p => !p.IsExternalTest).MaxBy(p => p.Files.Count);
        if (scene.Program.File(ask.To) is { } there)
        {
            scene.RefuseUnread(there, scene.Frame.PlaceOf(ask.Path, ask.Offsets[0], "asked"));
            _target = there.Package;
        }

        _targetName = _target?.Name ?? folder.Name.Replace("-", "", StringComparison.Ordinal);
        if (GoNameRule.Reject(_targetName, "package") is { } reason) throw Refuse(ErrorTable.RefactorInvalidName, $"'{_targetName}' cannot be the name of a package: {reason}.");
        _file = new TargetFile(scene, ask.To, _targetName);
    }

    public Proposal Propose(string title, List<GoObject> asked)
    {
        var objects = WithMethods(asked);
        var units = MovedUnit.Of(_scene, objects, (code, message, node) => Refuse(code, message, (node, "declared")));
        bool IsMoved(GoNode node) => units.Exists(u => u.Holds(node));
        foreach (var declared in objects.Where(o => o.Kind != ObjectKind.Method && _target is not null)) _scene.RefuseTaken(declared.Name, _target!, _ask.Path, _ask.Offsets[0]);
        var edits = new List<ProposedEdit>();
        foreach (var unit in units)
        {
            _scene.RefuseUnread(unit.File, _scene.Frame.PlaceOf(_ask.Path, _ask.Offsets[0], "asked"));
            InitialOrder.Refuse(_scene, unit, m => Refuse(ErrorTable.RefactorSideEffects, m, (unit.Node, "value")));
            if (unit.Node.File.IsTest) throw Refuse(ErrorTable.RefactorUnsupported, "Tests stay in their package.", (unit.Node, "declared"));
            _file.Add(unit.Text(Marks(unit, IsMoved)));
            Gone(unit.File, unit.Lines);
            edits.Add(GoDeclarations.Delete(unit.File, unit.Lines));
        }

        foreach (var declared in objects) edits.AddRange(Uses(declared, IsMoved));
        RefuseCycles(units);
        var created = new Dictionary<RepoPath, CodeText>();
        _file.AddTo(edits, created);
        foreach (var file in _plans.Keys.Union(_gone.Keys).ToList()) edits.AddRange(Plan(file).Edits(_gone.GetValueOrDefault(file) ?? []).ToList());
        // A file of which nothing is left goes, too.
        var emptied = units.Select(u => u.File).Distinct().Where(f => MovedUnit.IsEmptied(f, units)).Select(f => f.Path).ToList();
        edits.RemoveAll(e => emptied.Contains(e.Path));
        return new Proposal(title, GoEdits.Merge(edits), _scene.Frame.LedgerOf(objects.Select(o => (o.File.Path, o.NameNode.Start)))) { Created = created, Deleted = emptied };
    }

    private List<GoObject> WithMethods(List<GoObject> asked)
    {
        var package = _source.Package;
        if (asked.Find(o => o.Kind == ObjectKind.Method && !asked.Contains(o.Owner!)) is { } method) throw Refuse(ErrorTable.RefactorUnsupported, $"The method '{method.Name}' stays in the package of its type.", (method.NameNode, "declared"));
        return [.. asked.Concat(asked.Where(o => o.Kind == ObjectKind.Type).SelectMany(package.Methods)).Distinct()];
    }

    /// <summary>How moved code names what stays, and what it moves to.</summary>
    private List<(int, int, CodeText)> Marks(MovedUnit unit, Predicate<GoNode> isMoved)
    {
        var marks = new List<(int, int, CodeText)>();
        foreach (var name in GoScene.Names(unit.Node).Where(n => !GoScene.Declares(n)))
        {
            if (_scene.Meaning(name) is not { } meaning) continue;
            if (meaning.Kind == ObjectKind.Import)
            {
                if (_target is not null && _scene.Program.Imported(meaning) == _target) marks.Add((name.Start, Next(name).Start, new CodeText()));
                else if (_file.Carry(meaning, name.Text) is { } taken) throw Refuse(ErrorTable.RefactorNameTaken, $"'{taken}' means something else in {_ask.To}.", (name, "use"));
            }
            else if (meaning.File?.Package == _source.Package && !isMoved(meaning.NameNode) && (GoScene.IsPackageLevel(meaning) || meaning.IsMember))
            {
                if (!meaning.IsExported) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"The code uses '{meaning.Name}', which stays behind and is not exported.", (name, "use"), (meaning.NameNode, "left behind"));
                if (meaning.IsMember || name.Parent is { Kind: K.SelectorExpression } && name.Field == F.Field) continue;
                _needsSource = true;
                var qualifier = _source.Package.Name == "main" ? throw Refuse(ErrorTable.RefactorUsedElsewhere, $"The code uses '{meaning.Name}' of package main, which nobody can import.", (name, "use"))
                    : _file.Qualifier(_sourcePath, _source.Package.Name) ?? throw Refuse(ErrorTable.RefactorNameTaken, $"'{_source.Package.Name}' means something else in {_ask.To}.", (name, "use"));
                if (unit.File.Scopes.FindLocal(name, _source.Package.Name) is { } local) throw Refuse(ErrorTable.RefactorCapture, $"'{_source.Package.Name}' means a variable there.", (local.NameNode, "in the way"));
                marks.Add((name.Start, name.Start, qualifier));
            }
        }

        return marks;
    }

    private static GoNode Next(GoNode qualifier) => qualifier.Parent.Kind == K.QualifiedType ? qualifier.Parent.Get(F.Name) : qualifier.Parent.Get(F.Field);

    /// <summary>The uses of a moved declaration outside of moved code.</summary>
    private IEnumerable<ProposedEdit> Uses(GoObject declared, Predicate<GoNode> isMoved)
    {
        var members = declared.Kind == ObjectKind.Type ? declared.File.Scopes.MembersOf(declared.Declaration.Get(F.Type)).ToList() : [];
        foreach (var member in members.Append(declared).Where(m => m.IsMember && !m.IsExported))
        {
            var outside = _scene.Frame.UsesOf(_scene.SymbolOf(member), _ask, _ct).Changed.FirstOrDefault(u => u.Symbol == _scene.SymbolOf(member) && !isMoved(NodeAt(u)));
            if (outside is not null) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"'{member.Name}' is used in the package that '{declared.Name}' leaves, and is not exported.", (NodeAt(outside), "use"));
        }

        if (declared.Kind == ObjectKind.Method) yield break;
        var symbol = _scene.SymbolOf(declared);
        foreach (var use in _scene.Frame.UsesOf(symbol, _ask, _ct).Changed.Where(u => u.Symbol == symbol))
        {
            var node = NodeAt(use);
            if (!UseFinder.IsName(node.Kind) || isMoved(node) || GoScene.Declares(node) && node.File.Scopes.DeclaredAt(node) is { IsEmbedded: false }) continue;
            if (!declared.IsExported && node.File.Package != _target) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"'{declared.Name}' is used outside of what moves, and is not exported.", (node, "use"));
            _scene.RefuseUnread(node.File, _scene.Frame.PlaceOf(_ask.Path, _ask.Offsets[0], "asked"));
            yield return Requalified(node, declared);
        }
    }

    private ProposedEdit Requalified(GoNode node, GoObject declared)
    {
        var file = node.File;
        var operand = node.Parent.Kind == K.SelectorExpression && node.Field == F.Field ? node.Parent.Get(F.Operand) : node.Parent.Kind == K.QualifiedType && node.Field == F.Name ? node.Parent.Get(F.Package) : default;
        var start = operand.Exists ? operand.Start : node.Start;
        if (operand.Exists) Gone(file, (operand.Start, operand.End));
        if (operand.IsNone && file.Package != _source.Package) throw Refuse(ErrorTable.RefactorUnsupported, $"{file.Path} imports the package with a dot.", (node, "use"));
        if (file.Package == _target) return ProposedEdit.Delete(file.Path, start, node.Start);
        if (_targetName == "main") throw Refuse(ErrorTable.RefactorUsedElsewhere, $"'{declared.Name}' is used where package main cannot be imported.", (node, "use"));
        if (!PackagePaths.IsVisible(_paths.Of(file.Path.Parent) ?? "", _targetPath)) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"{file.Path} may not import {_targetPath}.", (node, "use"));
        _needTarget.Add(file);
        var qualifier = Plan(file).Qualifier(_targetPath, _targetName) ?? throw Refuse(ErrorTable.RefactorNameTaken, $"'{_targetName}' means something else in {file.Path}.", (node, "use"));
        if (file.Scopes.FindLocal(node, _targetName) is { } local) throw Refuse(ErrorTable.RefactorCapture, $"'{_targetName}' means a variable at {_scene.PlaceOf(node)}.", (local.NameNode, "in the way"), (node, "use"));
        return new ProposedEdit(file.Path, start, node.Start, qualifier);
    }

    private GoNode NodeAt(NameUse use) => _scene.Program.File(use.Path) is { } file ? file.At(file.Tree.Covering(use.Start, use.Start + use.Length)) : default;

    /// <summary>New imports must not lead back, in tests of the package's own neither.</summary>
    private void RefuseCycles(IReadOnlyList<MovedUnit> units)
    {
        var needed = units.SelectMany(u => GoScene.Names(u.Node)).Select(_scene.Meaning).Where(o => o?.Kind == ObjectKind.Import).Select(i => GoProgram.PathOf(i!)).ToHashSet();
        if (_needsSource) needed.Add(_sourcePath);
        needed.Remove(_targetPath);
        List<(string From, string To)> added = [.. needed.Select(n => (_targetPath, n)), .. _needTarget.Where(n => !n.IsTest).Select(n => (_paths.Of(n.Path.Parent)!, _targetPath))];
        var tests = _needTarget.Where(n => n.IsTest && !n.Package.IsExternalTest).Select(n => (From: _paths.Of(n.Path.Parent)!, To: _targetPath));
        if (_paths.Circle(added, tests) is { } circle) throw Refuse(ErrorTable.RefactorImportCycle, $"Package {circle.From} would import {circle.To}, which needs it.", [.. _needTarget.Select(n => (n.PackageClause, "needs it"))]);
    }

    private ImportPlan Plan(GoFile file)
    {
        if (!_plans.TryGetValue(file, out var plan)) _plans[file] = plan = new ImportPlan(_scene, file);
        return plan;
    }

    private void Gone(GoFile file, (int, int) range)
    {
        if (!_gone.TryGetValue(file, out var ranges)) _gone[file] = ranges = [];
        ranges.Add(range);
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => _scene.Refuse(code, message, _ask.Path, _ask.Offsets[0], others);
}
