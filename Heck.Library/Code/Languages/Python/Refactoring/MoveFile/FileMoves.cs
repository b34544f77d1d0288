using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Modules;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.MoveFile;

/// <summary>Which files go where, and the modules as they will be.</summary>
internal sealed class FileMoves
{
    private readonly Dictionary<RepoPath, RepoPath> _to = [];
    private readonly List<RepoPath> _inits = [];

    public FileMoves(PythonScene python, MoveFileAsk ask)
    {
        var files = python.Scene.Workspace.Files;
        var isFile = files.Exists(ask.From);
        var to = isFile && !PythonProgram.IsPython(ask.To) ? ask.To.Combine(ask.From.Name) : ask.To;
        if (to.IsWithin(ask.From) && to != ask.From) throw python.Refuse(ErrorTable.RefactorUnsupported, $"{ask.From} cannot be moved into itself.", ask);
        foreach (var path in files.Paths.Where(p => p.IsWithin(ask.From))) _to[path] = path == ask.From ? to : RepoPath.Parse(to.Value + path.Value[ask.From.Value.Length..]);
        if (isFile && Twin(ask.From) is { } twin && files.Exists(twin) && Twin(to) is { } newTwin) _to[twin] = newTwin;
        foreach (var taken in _to.Values.Where(files.Exists))
            throw ErrorTable.RefactorNameTaken.With($"'{taken}' exists already.", details: PlacesOf(python, ask, taken));
        foreach (var part in (isFile ? RepoPath.Parse(to.Value[..^to.Extension.Length]) : to).Name.Split('/').Where(n => n != "__init__")) python.Scene.NewName(part, "module");
        AddInits(files, ask.From, isFile ? to.Parent : to.Parent);
        var changed = _to.SelectMany(m => new[] { (Path: m.Key, Text: (SourceText?)null), (Path: m.Value, Text: python.Scene.Workspace.Read(m.Key)) })
            .Concat(_inits.Select(i => (Path: i, Text: SourceText.TryDecode(default)))).ToDictionary(c => c.Path, c => c.Text);
        After = new PythonModules(new OverlayFiles(files, changed));
    }

    /// <summary>The modules after the move.</summary>
    public PythonModules After { get; }

    public IReadOnlyDictionary<RepoPath, RepoPath> To => _to;

    /// <summary>Files that make packages of new folders.</summary>
    public IReadOnlyList<RepoPath> Inits => _inits;

    public RepoPath NewPathOf(RepoPath path) => _to.GetValueOrDefault(path, path);

    public bool IsMoved(PythonModule module) => module.Files.Count > 0 ? _to.ContainsKey(module.Files[0]) : module.Folders.Any(f => _to.Keys.Any(k => k.IsWithin(f))) && module.Folders.All(f => _to.Keys.Any(k => k.IsWithin(f)));

    private static RepoPath? Twin(RepoPath path) => path.Extension switch
    {
        ".py" => RepoPath.Parse(path.Value + "i"),
        ".pyi" => RepoPath.Parse(path.Value[..^1]),
        _ => null,
    };

    /// <summary>A new folder is a package where the one above it, or the old one, is.</summary>
    private void AddInits(IProjectFiles files, RepoPath from, RepoPath folder)
    {
        bool IsPackage(RepoPath f) => files.Exists(f.Combine("__init__.py"));
        for (; folder != default && !files.Paths.Any(p => p.Parent.IsWithin(folder)); folder = folder.Parent)
        {
            var init = folder.Combine("__init__.py");
            if ((IsPackage(from.Parent) || IsPackage(folder.Parent)) && !_to.ContainsValue(init)) _inits.Add(init);
        }
    }

    private static System.Text.Json.Nodes.JsonObject PlacesOf(PythonScene python, MoveFileAsk ask, RepoPath taken) => python.Scene.Places(ask.Path, 0, [(taken, 0, "in the way")]);
}
