using System.Text;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Uses;
using Heck.Code.Languages.Python.Modules;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.MoveFile;

/// <summary>Moves a module, or a package with all that is in it; every import of it follows.</summary>
internal sealed class PythonMoveFile : IRefactoring<MoveFileAsk>
{
    public Proposal Propose(MoveFileAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var moves = new FileMoves(python, ask);
        var changes = Candidates(python, ask, moves).Select(p => python.Program.File(p)).OfType<PythonFile>()
            .ToDictionary(f => f.Path, f => new ImportRewriter(python, ask, moves, f).Changes());
        foreach (var touched in changes.Where(c => c.Value.Count > 0)) python.File(touched.Key);
        ct.ThrowIfCancellationRequested();
        var created = moves.To.ToDictionary(m => m.Value, m => Moved(python, ask, m.Key, changes.GetValueOrDefault(m.Key) ?? []));
        foreach (var init in moves.Inits) created[init] = new CodeText();
        var edits = changes.Where(c => !moves.To.ContainsKey(c.Key)).SelectMany(c => c.Value.Select(r => new ProposedEdit(c.Key, r.Start, r.End, r.Text))).ToList();
        var unknown = Unknown(python, moves, ask).ToList();
        if (unknown.Count > 0 && !ask.AcceptUnknown)
            throw ErrorTable.RefactorUnknownOccurrences.With($"{unknown.Count} place(s) may name what is moved when the program runs, the first at {unknown[0]}.", "Look at the places listed; --accept-unknown leaves them as they are.", PlaceDetails.Of(unknown.Prepend(scene.PlaceOf(ask.Path, 0, "asked"))));
        var changed = changes.SelectMany(c => c.Value.Select(r => scene.PlaceOf(c.Key, r.Start))).ToList();
        return new Proposal($"Move {ask.From} to {ask.To}", edits, new OccurrenceLedger(changed, [], [.. Texts(python, moves)], unknown))
        {
            Created = created,
            Deleted = [.. moves.To.Keys],
            Equal = [.. Equal(python, moves)],
        };
    }

    private static CodeText Moved(PythonScene python, MoveFileAsk ask, RepoPath from, IReadOnlyList<(int Start, int End, CodeText Text)> changes)
    {
        if (python.Scene.Workspace.Read(from) is not { } text) throw python.Refuse(ErrorTable.RefactorUnsupported, $"{from} is no text, and cannot be moved by a patch.", ask);
        return python.Program.File(from) is { } file ? new CodeText().Indented(file, 0, text.Utf8.Length, "", "", changes) : CodeText.From(from, 0, text.Utf8.Length);
    }

    /// <summary>The moved files, and those that name one of their modules.</summary>
    private static IEnumerable<RepoPath> Candidates(PythonScene python, MoveFileAsk ask, FileMoves moves)
    {
        var words = moves.To.Keys.Where(PythonProgram.IsPython).Where(p => p.Parent == ask.From || p == ask.From || PythonModules.IsInit(p)).Select(ModuleWord)
            .Append(ask.From.Name.Split('.')[0]).Append(ask.From.Parent.Name).Where(w => w.Length > 0 && w != "__init__").Distinct();
        return moves.To.Keys.Where(PythonProgram.IsPython).Concat(words.SelectMany(python.Scene.Workspace.FilesWithWord).Where(PythonProgram.IsPython)).Distinct();
    }

    private static string ModuleWord(RepoPath path) => PythonModules.IsInit(path) ? path.Parent.Name : path.Name[..^path.Extension.Length];

    private static IEnumerable<(BoundSymbol, BoundSymbol)> Equal(PythonScene python, FileMoves moves)
    {
        foreach (var (from, to) in moves.To.Where(m => PythonProgram.IsPython(m.Key)))
        {
            if (python.Program.Modules.Of(from) is { } before && moves.After.Of(to) is { } after) yield return (SymbolFactory.Of(after), SymbolFactory.Of(before));
        }
    }

    /// <summary>Strings of Python that hold the dotted name, lists of a package's modules, and paths that are found from where the file lies.</summary>
    private static IEnumerable<Place> Unknown(PythonScene python, FileMoves moves, MoveFileAsk ask)
    {
        foreach (var (path, at) in Mentions(python, moves).Where(m => python.Scene.Binder.TextAt(m.Path, m.At) == TextKind.String)) yield return python.Scene.PlaceOf(path, at, "a name in a string");
        foreach (var path in moves.To.Where(m => m.Key.Parent != m.Value.Parent).Select(m => m.Key))
        {
            foreach (var site in python.Program.File(path)?.SitesOf("__file__") ?? []) yield return python.Scene.PlaceOf(path, site.Node.Start, "a path from where the file lies");
        }

        if (python.Program.File(ask.From.Parent.Combine("__init__.py")) is not { } package) yield break;
        foreach (var entry in ExportLists.Of(package).Where(e => e.Content == ask.From.Name.Split('.')[0])) yield return python.Scene.PlaceOf(package.Path, entry.Start, "listed in __all__");
    }

    private static IEnumerable<Place> Texts(PythonScene python, FileMoves moves) =>
        Mentions(python, moves).Where(m => !PythonProgram.IsPython(m.Path) || python.Scene.Binder.TextAt(m.Path, m.At) == TextKind.Comment).Select(m => python.Scene.PlaceOf(m.Path, m.At)).Distinct();

    /// <summary>The dotted names and the paths of moved modules in any text.</summary>
    private static IEnumerable<(RepoPath Path, int At)> Mentions(PythonScene python, FileMoves moves)
    {
        foreach (var from in moves.To.Keys.Where(PythonProgram.IsPython))
        {
            var names = new[] { python.Program.Modules.NameOf(from, from), from.Value }.OfType<string>().Where(n => n.Contains('.')).Distinct();
            foreach (var (name, path) in names.SelectMany(n => python.Scene.Workspace.FilesWithWord(ModuleWord(from)), (n, p) => (n, p)))
            {
                if (python.Scene.Workspace.Read(path) is not { } text) continue;
                var bytes = Encoding.UTF8.GetBytes(name);
                for (var at = text.Utf8.Span.IndexOf(bytes); at >= 0; at = Next(text.Utf8.Span, bytes, at)) yield return (path, at);
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> text, byte[] name, int at) => text[(at + 1)..].IndexOf(name) is var next && next >= 0 ? at + 1 + next : -1;
}
