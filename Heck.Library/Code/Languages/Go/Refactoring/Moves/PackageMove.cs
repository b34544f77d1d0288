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

/// <summary>Moves a folder: the paths by which its packages are imported follow everywhere, and the package's name where it is the folder's.</summary>
internal sealed class PackageMove
{
    private readonly GoScene _scene;
    private readonly MoveFileAsk _ask;
    private readonly PackagePaths _paths;
    private readonly string _oldPath;
    private readonly string _newPath;
    private readonly string? _newName;

    public PackageMove(GoScene scene, MoveFileAsk ask)
    {
        (_scene, _ask, _paths) = (scene, ask, new PackagePaths(scene));
        var files = scene.Frame.Workspace.Files;
        if (ask.From == default || ask.To == ask.From || ask.To.IsWithin(ask.From)) throw Refuse(ErrorTable.RefactorUnsupported, "A folder cannot be moved into itself.");
        if (files.Paths.FirstOrDefault(p => p == ask.To || p.IsWithin(ask.To)) is { Value.Length: > 0 } taken) throw Refuse(ErrorTable.RefactorNameTaken, $"'{taken}' exists already.");
        if (files.Paths.Any(p => p.IsWithin(ask.From) && p.Name is "go.mod" or "go.work")) throw Refuse(ErrorTable.RefactorUnsupported, "The folder holds a module of its own.");
        if (_paths.ModuleOf(ask.From) is null || _paths.ModuleOf(ask.From) != _paths.ModuleOf(ask.To)) throw Refuse(ErrorTable.RefactorUnsupported, "The two folders are not in one module.");
        (_oldPath, _newPath) = (_paths.Of(ask.From)!, _paths.Of(ask.To)!);
        if (scene.Program.PackagesIn(ask.From).Any(p => p.Name == ask.From.Name) && ask.To.Name != ask.From.Name && GoNameRule.Reject(ask.To.Name, "package") is null) _newName = ask.To.Name;
    }

    public Proposal Propose()
    {
        var edits = new List<ProposedEdit>();
        var created = new Dictionary<RepoPath, CodeText>();
        var deleted = new List<RepoPath>();
        var changed = new List<(RepoPath, int)>();
        foreach (var path in _scene.Frame.Workspace.Files.Paths.ToList())
        {
            var isMoved = path.IsWithin(_ask.From);
            if (!isMoved && (!GoProgram.IsGo(path) || !Mentions(path))) continue;
            if (_scene.Frame.Workspace.Read(path) is not { } text) throw Refuse(ErrorTable.RefactorUnsupported, $"'{path}' is no text and cannot be carried by a patch of text.");
            var marks = GoProgram.IsGo(path) && _scene.Program.File(path) is { } file ? MarksIn(file, isMoved) : [];
            changed.AddRange(marks.Select(m => (path, m.Start)));
            if (!isMoved)
            {
                edits.AddRange(marks.Select(m => new ProposedEdit(path, m.Start, m.End, m.Text)));
                continue;
            }

            created[_ask.To.Combine(path.Value[(_ask.From.Value.Length + 1)..])] = Marked(path, 0, text.Utf8.Length, marks);
            deleted.Add(path);
        }

        return new Proposal($"Move {_ask.From} to {_ask.To}", edits, _scene.Frame.LedgerOf(changed.Distinct())) { Created = created, Deleted = deleted };
    }

    private bool Mentions(RepoPath path) => _scene.Frame.Workspace.Read(path) is { } text && text.Utf8.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes("\"" + _oldPath)) >= 0;

    private static CodeText Marked(RepoPath path, int start, int end, IEnumerable<(int Start, int End, CodeText Text)> marks)
    {
        var text = new CodeText();
        foreach (var mark in marks.Where(m => m.Start >= start && m.End <= end).OrderBy(m => m.Start))
        {
            text.Copy(path, start, mark.Start).Append(mark.Text);
            start = mark.End;
        }

        return text.Copy(path, start, end);
    }

    private List<(int Start, int End, CodeText Text)> MarksIn(GoFile file, bool isMoved)
    {
        var marks = new List<(int Start, int End, CodeText Text)>();
        if (isMoved) _scene.RefuseUnread(file, new Place(_ask.First, 1, 1, "asked"));
        if (isMoved && _newName is not null && file.Path.Parent == _ask.From) PackageClause(file, marks);
        var paths = new Dictionary<GoNode, string>();
        foreach (var import in file.Scopes.Imports)
        {
            var path = GoProgram.PathOf(import);
            var follows = path == _oldPath || path.StartsWith(_oldPath + "/", StringComparison.Ordinal);
            var target = follows ? _newPath + path[_oldPath.Length..] : path;
            var from = _paths.Of(file.Path.Parent) is { } home && isMoved ? _newPath + home[_oldPath.Length..] : _paths.Of(file.Path.Parent) ?? "";
            if (_scene.Program.Imported(import) is not null && !PackagePaths.IsVisible(from, target)) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"{file.Path} may not import {target}, which is internal to others.", (import.Declaration, "import"));
            paths[import.Declaration] = target;
            if (!follows) continue;
            _scene.RefuseUnread(file, new Place(_ask.First, 1, 1, "asked"));
            if (_scene.Program.Imported(import) is { Name: "main" }) throw Refuse(ErrorTable.RefactorUnsupported, $"{file.Path} imports a program.", (import.Declaration, "import"));
            Import(file, import, path == _oldPath, target, marks);
        }

        foreach (var list in file.Root.All(K.ImportDeclaration).Select(d => d.Get(K.ImportSpecList)).Where(l => l.Exists)) Sort(file, list, paths, marks);
        return marks;
    }

    private void PackageClause(GoFile file, List<(int, int, CodeText)> marks)
    {
        var clause = file.PackageClause;
        if (clause.Text != _ask.From.Name && clause.Text != _ask.From.Name + "_test") return;
        marks.Add((clause.Start, clause.Start + System.Text.Encoding.UTF8.GetByteCount(_ask.From.Name), CodeText.Of(_newName!)));
        var words = $"// Package {_ask.From.Name} ";
        foreach (var comment in GoLines.Comments(file).Where(c => c.End < clause.Start && c.Text.StartsWith(words, StringComparison.Ordinal))) marks.Add((comment.Start, comment.Start + words.Length, CodeText.Of($"// Package {_newName} ")));
    }

    /// <summary>An import without a name takes the package's new one along to its uses, unless that means something else in the file.</summary>
    private void Import(GoFile file, GoObject import, bool isItself, string target, List<(int, int, CodeText)> marks)
    {
        var literal = import.Declaration.Get(F.Path);
        var quote = literal.Text[0];
        if (import.Name.Length > 0)
        {
            marks.Add((literal.Start, literal.End, CodeText.Of(quote + target + quote)));
            return;
        }

        var oldName = _scene.Program.NameOf(import) ?? ImportPaths.NameOf(target);
        var symbol = new BoundSymbol(file.Path, literal.Start, oldName, "import");
        var uses = GoScene.Names(file.Root).Where(n => n.Kind is K.Identifier or K.PackageIdentifier && _scene.Meaning(n) == import).ToList();
        if (!isItself || _newName is null)
        {
            marks.Add((literal.Start, literal.End, new CodeText().Declare(quote + target + quote, symbol)));
            return;
        }

        var isTaken = _scene.Checker.Names.ImportNamed(file, _newName) is not null || file.Package.Find(_newName) is not null || uses.Exists(u => file.Scopes.FindLocal(u, _newName) is not null) || GoScene.Names(file.Root).Any(n => n.Text == _newName && GoScene.Declares(n) && n.Kind != K.FieldIdentifier);
        marks.Add((literal.Start, literal.End, isTaken ? new CodeText().Declare(oldName, symbol).Write($" {quote}{target}{quote}") : new CodeText().Declare(quote + target + quote, symbol)));
        if (isTaken) return;
        foreach (var use in uses) marks.Add((use.Start, use.End, new CodeText().Use(_newName, symbol)));
    }

    /// <summary>gofmt orders the imports of lines that follow each other by their paths.</summary>
    private static void Sort(GoFile file, GoNode list, Dictionary<GoNode, string> paths, List<(int Start, int End, CodeText Text)> marks)
    {
        var group = new List<GoNode>();
        foreach (var spec in list.All(K.ImportSpec).Append(default))
        {
            if (group.Count > 0 && (spec.IsNone || GoLines.LineOf(file, spec.Start) != GoLines.LineOf(file, group[^1].Start) + 1))
            {
                SortGroup(file, group, paths, marks);
                group.Clear();
            }

            if (spec.Exists) group.Add(spec);
        }
    }

    private static void SortGroup(GoFile file, List<GoNode> group, Dictionary<GoNode, string> paths, List<(int Start, int End, CodeText Text)> marks)
    {
        var isSorted = group.Zip(group.Skip(1)).All(p => string.CompareOrdinal(paths[p.First], paths[p.Second]) <= 0);
        var wasSorted = group.Zip(group.Skip(1)).All(p => string.CompareOrdinal(p.First.Get(F.Path).Text, p.Second.Get(F.Path).Text) <= 0);
        if (isSorted || !wasSorted) return;
        (int Start, int End) Line(GoNode spec) => (GoLines.StartOf(file, GoLines.LineOf(file, spec.Start)), GoLines.After(file, GoLines.LineOf(file, spec.End)));
        var text = new CodeText();
        foreach (var spec in group.OrderBy(s => paths[s], StringComparer.Ordinal)) text.Append(Marked(file.Path, Line(spec).Start, Line(spec).End, marks));
        var (start, end) = (Line(group[0]).Start, Line(group[^1]).End);
        marks.RemoveAll(m => m.Start >= start && m.End <= end);
        marks.Add((start, end, text));
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => _scene.Refuse(code, message, _ask.First, 0, others);
}
