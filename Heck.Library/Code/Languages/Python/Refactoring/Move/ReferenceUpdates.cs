using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>Lets the uses of moved symbols reach them in their new files.</summary>
internal sealed class ReferenceUpdates(PythonScene python, RefactorAsk ask, IReadOnlyList<MovedSymbol> moved, NeededImports needed)
{
    private readonly List<ProposedEdit> _edits = [];
    private readonly Dictionary<RepoPath, List<ImportLine>> _imports = [];
    private readonly List<(RepoPath From, RepoPath To, PythonNode Name)> _edges = [];
    private readonly HashSet<PythonNode> _removed = [];
    private readonly List<PythonNode> _redirected = [];
    private readonly Dictionary<PythonNode, List<(PythonNode Item, MovedSymbol Symbol)>> _statements = [];

    public IReadOnlyList<ProposedEdit> Edits => _edits;

    public IReadOnlyDictionary<RepoPath, List<ImportLine>> Imports => _imports;

    public IReadOnlyList<(RepoPath From, RepoPath To, PythonNode Name)> Edges => _edges;

    /// <summary>Import statements of other files that no longer name the old file.</summary>
    public IReadOnlyList<PythonNode> Redirected => _redirected;

    /// <summary>Import statements that go as a whole.</summary>
    public IReadOnlySet<PythonNode> Removed => _removed;

    public void Add(MovedSymbol symbol, IEnumerable<NameUse> uses)
    {
        foreach (var use in uses.Where(u => !moved.Any(m => m.Holds(u.Path, u.Start))))
        {
            var file = python.File(use.Path);
            var site = file.Sites.Where(s => s.Node.Start == use.Start).OrderBy(s => s.Node.Unit.Shift).FirstOrDefault();
            if (site is null) AddListed(symbol, file, use);
            else if (site.Role == NameRole.Imported) AddImported(symbol, site);
            else if (site.Role == NameRole.Attribute) AddAttribute(symbol, site);
            else if (site.Scope.Resolve(site.Node.Text).Variable is not { } bound || bound == symbol.Variable) AddName(symbol, site);
        }
    }

    /// <summary>Edits of the statements that import moved names.</summary>
    public void Finish()
    {
        foreach (var (statement, items) in _statements) Redirect(statement, items);
    }

    /// <summary>The name in <c>__all__</c>: of the old file it goes to the list of the new one.</summary>
    private void AddListed(MovedSymbol symbol, PythonFile file, NameUse use)
    {
        if (file.Path != symbol.From.Path) return;
        var entry = ExportLists.Of(file).FirstOrDefault(s => s.Start == use.Start);
        if (entry.Node.Unit is null) throw ErrorTable.RefactorUnknownOccurrences.With($"'{symbol.Symbol.Name}' is named in a string.", details: python.Scene.Places(ask.Path, symbol.Symbol.Offset, [(use.Path, use.Start, "in a string")]));
        _edits.AddRange(ExportListEdits.Remove(entry.Node));
        if (python.Program.File(symbol.To) is { } target && ExportListEdits.ListOf(target) is { } list) _edits.AddRange(ExportListEdits.Add(list, symbol.Symbol.Name));
    }

    /// <summary>A use in the old file, or one that a star import brought.</summary>
    private void AddName(MovedSymbol symbol, NameSite site)
    {
        var path = site.Node.File.Path;
        if (path == symbol.To)
        {
            if (site.Node.Definition is null && site.Role == NameRole.Load)
                throw python.Refuse(ErrorTable.RefactorSideEffects, $"{path} uses '{symbol.Symbol.Name}' while it is loaded, before the moved code would stand there.", ask, (site.Node, "use"));
            return;
        }

        Import(path, symbol, site.Node);
    }

    private void Import(RepoPath path, MovedSymbol symbol, PythonNode name)
    {
        if (!_imports.TryGetValue(path, out var lines)) _imports[path] = lines = [];
        lines.Add(new ImportLine(needed.ModuleOf(path, symbol.To), new CodeText().Use(symbol.Symbol.Name, symbol.Symbol)));
        _edges.Add((path, symbol.To, name));
    }

    private void AddImported(MovedSymbol symbol, NameSite site)
    {
        var statement = site.Node.Ancestor(Kinds.ImportFrom)!.Value;
        if (python.Evaluator.Names.FromModule(statement)?.Files.Contains(symbol.From.Path) != true) return;
        if (!_statements.TryGetValue(statement, out var items)) _statements[statement] = items = [];
        items.Add((site.Node, symbol));
    }

    private void Redirect(PythonNode statement, List<(PythonNode Item, MovedSymbol Symbol)> items)
    {
        var path = statement.File.Path;
        var all = statement.ChildrenIn(Fields.Name).ToList();
        foreach (var (item, _) in items.Where(i => i.Symbol.To == path && i.Item.Ancestor(Kinds.AliasedImport) is not null))
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"{path} imports '{item.Text}' under another name and would declare it.", ask, (item, "import"));
        if (ImportGraph.RunsAtLoad(statement)) _edges.AddRange(items.Where(i => i.Symbol.To != path).Select(i => (path, i.Symbol.To, i.Item)));
        if (items.Count == all.Count) _redirected.Add(statement);
        var targets = items.Select(i => i.Symbol.To).Distinct().ToList();
        if (items.Count == all.Count && targets is [var only] && only != path)
        {
            var module = statement.Child(Fields.ModuleName)!.Value;
            _edits.Add(new ProposedEdit(path, module.Start, module.End, CodeText.Of(ModuleFor(statement, only))));
            return;
        }

        _edits.AddRange(ImportEdits.Remove(statement, [.. items.Select(i => i.Item)]));
        if (items.Count == all.Count) _removed.Add(statement);
        var text = statement.File.Text;
        var code = new CodeText();
        foreach (var target in items.Where(i => i.Symbol.To != path).GroupBy(i => i.Symbol.To))
        {
            code.Write($"{Indentation.Of(text, statement.Start)}from {ModuleFor(statement, target.Key)} import ");
            foreach (var (item, index) in target.Select((t, i) => (t.Item, i)))
            {
                var whole = item.Ancestor(Kinds.AliasedImport) ?? item;
                code.Write(index > 0 ? ", " : "").Copy(path, whole.Start, whole.End);
            }

            code.Write("\n");
        }

        if (code.Pieces.Count > 0) _edits.Add(ProposedEdit.Insert(path, Removal.Extent(statement).End, code));
    }

    private string ModuleFor(PythonNode statement, RepoPath target) =>
        ModuleNaming.NameOf(python, statement.File.Path, target, statement.Child(Fields.ModuleName)!.Value.Is(Kinds.RelativeImport)) ?? needed.ModuleOf(statement.File.Path, target);

    /// <summary><c>module.name</c> names the new module from now on.</summary>
    private void AddAttribute(MovedSymbol symbol, NameSite site)
    {
        var attribute = site.Node.Parent!.Value;
        var owner = attribute.Child(Fields.Object)!.Value;
        var path = site.Node.File.Path;
        if (python.Evaluator.Of(owner) is not PythonType.Module(var module) || !module.Files.Contains(symbol.From.Path)) return;
        if (path == symbol.To)
        {
            _edits.Add(ProposedEdit.Delete(path, owner.Start, site.Node.Start));
            return;
        }

        var dotted = python.Program.Modules.NameOf(path, symbol.To) ?? needed.ModuleOf(path, symbol.To);
        var isDotted = owner.Is(Kinds.Attribute);
        var last = dotted.Split('.')[^1];
        if (!isDotted && site.Scope.Resolve(last).Variable is { } taken) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{last}' is something else in {path}.", ask, (taken.First.Name, "in the way"), (site.Node, "use"));
        _edits.Add(new ProposedEdit(path, owner.Start, owner.End, CodeText.Of(isDotted ? dotted : last)));
        if (!_imports.TryGetValue(path, out var lines)) _imports[path] = lines = [];
        var dot = dotted.LastIndexOf('.');
        lines.Add(isDotted || dot < 0 ? new ImportLine(null, CodeText.Of(dotted)) : new ImportLine(dotted[..dot], CodeText.Of(last)));
        _edges.Add((path, symbol.To, site.Node));
    }
}
