using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Modules;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.MoveFile;

/// <summary>The imports of one file, and what names modules by them, as they must be after files have moved.</summary>
internal sealed class ImportRewriter(PythonScene python, MoveFileAsk ask, FileMoves moves, PythonFile file)
{
    private readonly List<(int Start, int End, CodeText Text)> _changes = [];
    private readonly RepoPath _newPath = moves.NewPathOf(file.Path);

    public IReadOnlyList<(int Start, int End, CodeText Text)> Changes()
    {
        foreach (var statement in file.Unit.Root.Descendants(Kinds.ImportFrom)) RewriteFrom(statement);
        foreach (var statement in file.Unit.Root.Descendants(Kinds.ImportStatement)) RewriteImport(statement);
        return _changes;
    }

    private void RewriteFrom(PythonNode statement)
    {
        var name = statement.Child(Fields.ModuleName)!.Value;
        var isRelative = name.Is(Kinds.RelativeImport);
        if (python.Evaluator.Names.FromModule(statement) is not { } module)
        {
            if (isRelative && _newPath.Parent != file.Path.Parent) throw python.Refuse(ErrorTable.RefactorUnsupported, "A relative import leads to no module in sight.", ask, (statement, "import"));
            return;
        }

        var parts = statement.ChildrenIn(Fields.Name).Select(n => (Item: n, Part: python.Program.Modules.Submodule(module, (n.Child(Fields.Name) ?? n).Text))).ToList();
        var taken = parts.Where(p => p.Part is { } part && moves.IsMoved(part) && !IsSameParent(module, part)).ToList();
        if (taken.Count > 0 && taken.Count < parts.Count || taken.Count > 0 && !moves.IsMoved(module)) Separate(statement, parts.Count, taken!, isRelative);
        else RenameItems(parts!);
        if (taken.Count == parts.Count && parts.Count > 0) return;
        var isMoved = moves.IsMoved(module) || isRelative && _newPath != file.Path;
        if (!isMoved) return;
        if (module.Files.Count == 0) throw python.Refuse(ErrorTable.RefactorUnsupported, "The import names a package without a file of its own.", ask, (statement, "import"));
        var wanted = NameOf(moves.NewPathOf(module.Files[0]), isRelative);
        if (wanted != name.Text) _changes.Add((name.Start, name.End, CodeText.Of(wanted)));
    }

    /// <summary>Whether a module lies below another after the move as it does now.</summary>
    private bool IsSameParent(PythonModule module, PythonModule part)
    {
        if (module.Files.Count == 0 || part.Files.Count == 0) return module.Folders.Count > 0 && part.Files.Count > 0 && moves.NewPathOf(part.Files[0]).Parent == module.Folders[0] && !PythonModules.IsInit(part.Files[0]);
        var (parent, child) = (moves.NewPathOf(module.Files[0]), moves.NewPathOf(part.Files[0]));
        return PythonModules.IsInit(parent) && (PythonModules.IsInit(child) ? child.Parent.Parent : child.Parent) == parent.Parent;
    }

    /// <summary>A module that has another name in the same package.</summary>
    private void RenameItems(List<(PythonNode Item, PythonModule? Part)> parts)
    {
        foreach (var (item, part) in parts.Where(p => p.Part is { Files.Count: > 0 } part && moves.IsMoved(part)))
        {
            var name = LastName(moves.NewPathOf(part!.Files[0]));
            if (name == part.Name) continue;
            if (item.Child(Fields.Name) is { } original) _changes.Add((original.Start, original.End, CodeText.Of(name)));
            else Rebind(item.FirstChild ?? item, item, name, name);
        }
    }

    /// <summary>The modules among the names of a statement that come from another package from now on.</summary>
    private void Separate(PythonNode statement, int count, List<(PythonNode Item, PythonModule Part)> taken, bool isRelative)
    {
        var text = file.Text;
        var lines = new CodeText();
        foreach (var (item, part) in taken)
        {
            var target = moves.NewPathOf(part.Files.Count > 0 ? part.Files[0] : throw python.Refuse(ErrorTable.RefactorUnsupported, "The import names a package without a file of its own.", ask, (statement, "import")));
            var name = LastName(target);
            var alias = item.Child(Fields.Alias);
            var local = alias ?? item.FirstChild ?? item;
            var dotted = NameOf(target, isRelative);
            var dot = dotted.LastIndexOf('.');
            var parent = dot < 0 ? "" : dot == 0 || dotted[..dot].Trim('.').Length == 0 ? dotted[..(dot + 1)] : dotted[..dot];
            if (lines.Pieces.Count > 0) lines.Write("\n" + Indentation.Of(text, statement.Start));
            lines.Write(parent.Length > 0 ? $"from {parent} import " : "import ");
            var symbol = python.Symbols.Of(file.SiteOf(local)!.Scope.Resolve(local.Text).Variable!);
            if (alias is not null || name != part.Name && !CanRename(local)) lines.Write(name + " as ").Declare(local.Text, symbol);
            else
            {
                lines.Declare(name, symbol);
                if (name != local.Text) RenameUses(local, name, symbol);
            }
        }

        if (taken.Count == count)
        {
            _changes.Add((statement.Start, statement.End, lines));
            return;
        }

        _changes.AddRange(Imports.ImportEdits.Remove(statement, [.. taken.Select(t => t.Item.Child(Fields.Alias) ?? t.Item.FirstChild ?? t.Item)]).Select(e => (e.Start, e.End, e.Text)));
        _changes.Add((Removal.Extent(statement).End, Removal.Extent(statement).End, new CodeText().Write(Indentation.Of(text, statement.Start)).Append(lines).Write("\n")));
    }

    private bool CanRename(PythonNode local) => file.SiteOf(local) is { } site && site.Scope.Resolve(local.Text).Variable is { Declarations.Count: 1 };

    private void Rebind(PythonNode local, PythonNode item, string name, string written)
    {
        var symbol = python.Symbols.Of(file.SiteOf(local)!.Scope.Resolve(local.Text).Variable!);
        if (!CanRename(local))
        {
            _changes.Add((item.Start, item.End, new CodeText().Write(written + " as ").Declare(local.Text, symbol)));
            return;
        }

        _changes.Add((item.Start, item.End, new CodeText().Declare(name, symbol)));
        RenameUses(local, name, symbol);
    }

    private void RenameUses(PythonNode local, string name, Code.Refactoring.BoundSymbol symbol)
    {
        var site = file.SiteOf(local)!;
        if (site.Scope.Variables.TryGetValue(name, out var taken)) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is something else in {file.Path}.", ask, (taken.First.Name, "in the way"));
        foreach (var use in python.SitesOf(site.Scope.Resolve(local.Text).Variable!).Where(s => s.Node != local)) _changes.Add((use.Node.Start, use.Node.End, new CodeText().Use(name, symbol)));
    }

    private void RewriteImport(PythonNode statement)
    {
        foreach (var item in statement.ChildrenIn(Fields.Name))
        {
            var dotted = item.Child(Fields.Name) ?? item;
            if (python.Evaluator.Names.ImportedModule(dotted, dotted.Children.Count()) is not Meaning.Module(var module) || !moves.IsMoved(module)) continue;
            if (module.Files.Count == 0) throw python.Refuse(ErrorTable.RefactorUnsupported, "The import names a package without a file of its own.", ask, (statement, "import"));
            var name = moves.After.NameOf(_newPath, moves.NewPathOf(module.Files[0])) ?? throw Unreachable(statement);
            if (name == dotted.Text) continue;
            if (item.Is(Kinds.AliasedImport)) _changes.Add((dotted.Start, dotted.End, CodeText.Of(name)));
            else RewriteDotted(dotted, name);
        }
    }

    /// <summary><c>import a.b</c> is used as <c>a.b</c>.</summary>
    private void RewriteDotted(PythonNode dotted, string name)
    {
        var first = dotted.FirstChild!.Value;
        var variable = file.SiteOf(first)!.Scope.Resolve(first.Text).Variable!;
        var symbol = python.Symbols.Of(variable);
        var head = name.Split('.')[0];
        _changes.Add((dotted.Start, dotted.End, new CodeText().Declare(head, symbol).Write(name[head.Length..])));
        foreach (var use in python.SitesOf(variable).Where(s => s.Role == NameRole.Load))
        {
            if (Reference(use.Node) is not { } reference || _changes.Exists(c => c.Start == reference.Start)) continue;
            var module = ((PythonType.Module)python.Evaluator.Of(reference)).Of;
            var wanted = moves.After.NameOf(_newPath, moves.NewPathOf(module.Files[0])) ?? throw Unreachable(use.Node);
            _changes.Add((reference.Start, reference.End, new CodeText().Use(head, symbol).Write(wanted[head.Length..])));
        }
    }

    /// <summary>The shortest part of <c>a.b.c</c>, from its beginning, that is a moved module.</summary>
    private PythonNode? Reference(PythonNode root)
    {
        for (var at = root; ; at = at.Parent!.Value)
        {
            if (python.Evaluator.Of(at) is PythonType.Module(var module) && moves.IsMoved(module) && module.Files.Count > 0) return at;
            if (at.Parent is not { } parent || !parent.Is(Kinds.Attribute) || at.Field != Fields.Object) return null;
        }
    }

    private string NameOf(RepoPath target, bool isRelative) =>
        (isRelative ? moves.After.RelativeNameOf(_newPath, target) : null) ?? moves.After.NameOf(_newPath, target) ?? moves.After.RelativeNameOf(_newPath, target) ?? throw Unreachable(file.Unit.Root);

    private HeckException Unreachable(PythonNode place) => python.Refuse(ErrorTable.RefactorUnsupported, $"After the move {file.Path} could not import it.", ask, (place, "import"));

    private static string LastName(RepoPath path) => PythonModules.IsInit(path) ? path.Parent.Name : path.Name[..^path.Extension.Length];
}
