using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>The imports of one file that come and go.</summary>
internal sealed class ImportChanges
{
    private readonly TsScene _ts;
    private readonly RepoPath _path;
    private readonly TsFile _source;
    private readonly TsFile? _file;
    private readonly List<Added> _added = [];
    private readonly HashSet<TsNode> _removed = [];

    public ImportChanges(TsScene ts, RepoPath path, TsFile source)
    {
        (_ts, _path, _source) = (ts, path, source);
        _file = ts.Program.Load(path)?.File;
    }

    private char Quote => Lines.QuoteOf(_file ?? _source);

    private string Semicolon => Lines.Semicolon(_file ?? _source);

    /// <summary>The import that declares a name goes.</summary>
    public void Remove(TsNode name) => _removed.Add(name);

    /// <summary>Imports what a file declares.</summary>
    /// <param name="from">The file.</param>
    /// <param name="name">The name that it exports.</param>
    /// <param name="symbol">What it is.</param>
    /// <param name="isType">Whether only its type is needed.</param>
    public void Add(RepoPath from, string name, TsSymbol symbol, bool isType)
    {
        var item = name == symbol.Name || name == AliasTarget.Default ? new CodeText() : CodeText.Of($"{name} as ");
        var form = name == AliasTarget.Default ? Form.Default : Form.Named;
        AddItem(new Added(SpecifierOf(from), from, form, item.Declare(symbol.Name, _ts.Bound(symbol)), isType, symbol.Name));
    }

    /// <summary>The same import as the source has.</summary>
    public void AddCopy(TsSymbol import, RepoPath? module)
    {
        var (node, alias) = (import.First.Node, import.Alias!);
        var statement = node.Kind == K.ImportStatement ? node : node.Ancestor(K.ImportStatement);
        var form = node.Kind switch { K.ImportSpecifier => Form.Named, K.NamespaceImport => Form.Namespace, _ => Form.Default };
        var specifier = Specifiers.IsRelative(alias.Specifier!) ? module is { } path ? Specifiers.For(_path.Parent, path, alias.Specifier!, path) : Moved(alias.Specifier!) : alias.Specifier!;
        var range = form == Form.Default ? import.First.Name : node;
        AddItem(new Added(specifier, module, form, CodeText.From(_source.Path, range.Start, range.End), statement.Has(T.Type), import.Name));
    }

    /// <summary>An import moves from one statement of this file to another module.</summary>
    public void Retarget(TsNode item, Form form, RepoPath to, string like, RepoPath likeTarget, bool isType, string name)
    {
        _removed.Add(item);
        AddItem(new Added(Specifiers.For(_path.Parent, to, like, likeTarget), to, form, CodeText.From(_path, item.Start, item.End), isType, name));
    }

    public void AddNamed(RepoPath to, string like, RepoPath likeTarget, TsSymbol symbol, bool isType) =>
        AddItem(new Added(Specifiers.For(_path.Parent, to, like, likeTarget), to, Form.Named, new CodeText().Declare(symbol.Name, _ts.Bound(symbol)), isType, symbol.Name));

    /// <summary>The imports of a file that is not there yet, a line each.</summary>
    public CodeText NewText()
    {
        var code = new CodeText();
        foreach (var line in NewLines(_added)) code.Append(line).Write("\n");
        return code;
    }

    public IEnumerable<ProposedEdit> Edits()
    {
        var statements = _file!.Root.All(K.ImportStatement).ToList();
        var open = new List<Added>(_added);
        var replaced = new HashSet<TsNode>();
        foreach (var statement in statements)
        {
            foreach (var edit in EditsOf(statement, open, replaced)) yield return edit;
        }

        var lines = NewLines(open).ToList();
        if (lines.Count == 0) yield break;
        yield return At(statements.Where(s => !replaced.Contains(s)).ToList(), lines);
    }

    private IEnumerable<ProposedEdit> EditsOf(TsNode statement, List<Added> open, HashSet<TsNode> replaced)
    {
        var clause = statement.Get(K.ImportClause);
        var gone = _removed.Where(statement.Contains).Select(ItemOf).ToHashSet();
        var names = clause.Get(K.NamedImports).All(K.ImportSpecifier).ToList();
        var all = clause.Named.Where(c => c.Kind != K.NamedImports).Concat(names).ToList();
        if (gone.Count > 0 && gone.Count == all.Count)
        {
            // Everything of one import has a new home: only the module changes.
            replaced.Add(statement);
            var (start, end) = Lines.Removal(statement);
            var heirs = open.Where(a => gone.Any(g => Holds(a, g))).ToList();
            if (heirs.Count == gone.Count && heirs.Select(h => h.Specifier).Distinct().Count() == 1 && !open.Except(heirs).Any(o => o.Specifier == heirs[0].Specifier) && !HasImportOf(heirs[0], statement))
            {
                heirs.ForEach(h => open.Remove(h));
                var (inner, innerEnd) = Specifiers.Inner(statement.Get(F.Source));
                yield return new ProposedEdit(_path, inner, innerEnd, CodeText.Of(heirs[0].Specifier));
                replaced.Remove(statement);
            }
            else
            {
                yield return ProposedEdit.Delete(_path, start, end);
            }

            yield break;
        }

        var merged = open.Where(a => a.Form == Form.Named && names.Count > gone.Count && ModuleOf(statement) is { } module && module == a.Module && statement.Has(T.Type) == a.IsType).ToList();
        if (gone.Count > 0 || merged.Count > 0)
        {
            merged.ForEach(m => open.Remove(m));
            foreach (var edit in Items(clause, names, gone, merged)) yield return edit;
        }
    }

    private IEnumerable<ProposedEdit> Items(TsNode clause, List<TsNode> names, HashSet<TsNode> gone, List<Added> merged)
    {
        var parts = clause.Named.ToList();
        var goneParts = parts.Where(p => gone.Contains(p) || (p.Kind == K.NamedImports && names.Count > 0 && names.TrueForAll(gone.Contains))).ToHashSet();
        if (goneParts.Count > 0)
        {
            foreach (var (start, end) in ListItems.Removal(parts, goneParts)) yield return ProposedEdit.Delete(_path, start, end);
        }
        else
        {
            foreach (var (start, end) in ListItems.Removal(names, gone)) yield return ProposedEdit.Delete(_path, start, end);
        }

        var last = names.FindLast(n => !gone.Contains(n));
        foreach (var added in last.Exists ? merged : [])
            yield return ProposedEdit.Insert(_path, last.End, CodeText.Of(Lines.BeginsLine(last) ? ",\n" + Lines.IndentOf(last) : ", ").Append(added.Item));
    }

    private ProposedEdit At(List<TsNode> statements, List<CodeText> lines)
    {
        var code = new CodeText();
        if (statements.Count > 0)
        {
            foreach (var line in lines) code.Write("\n").Append(line);
            return ProposedEdit.Insert(_path, Lines.WithComments(statements[^1]).End, code);
        }

        var first = _file!.Root.Named.FirstOrDefault(n => !(n.Kind == K.ExpressionStatement && n.FirstNamed.Kind == K.String));
        foreach (var line in lines) code.Append(line).Write("\n");
        var at = first.Exists ? Lines.StartWithComments(first) : _file.Text.Utf8.Length;
        return ProposedEdit.Insert(_path, at, first.Exists && first.Kind is not K.ImportStatement ? code.Write("\n") : code);
    }

    private IEnumerable<CodeText> NewLines(List<Added> items)
    {
        foreach (var group in items.Where(i => i.Form == Form.Named).GroupBy(i => (i.Specifier, i.IsType)))
        {
            var code = CodeText.Of(group.Key.IsType ? "import type { " : "import { ");
            foreach (var (item, i) in group.Select((item, i) => (item, i))) code.Write(i > 0 ? ", " : "").Append(item.Item);
            yield return code.Write($" }} from {Quote}{group.Key.Specifier}{Quote}{Semicolon}");
        }

        foreach (var item in items.Where(i => i.Form != Form.Named))
            yield return CodeText.Of(item.IsType ? "import type " : "import ").Append(item.Item).Write($" from {Quote}{item.Specifier}{Quote}{Semicolon}");
    }

    private void AddItem(Added added)
    {
        if (!_added.Exists(a => a.Name == added.Name && a.Module == added.Module && a.Specifier == added.Specifier)) _added.Add(added);
    }

    private bool Holds(Added added, TsNode item) => added.Item.Pieces is [CodePiece.Copied copied] && copied.Path == _path && copied.Start == item.Start && copied.End == item.End;

    private bool HasImportOf(Added heir, TsNode but) => _file!.Root.All(K.ImportStatement).Any(s => s != but && ModuleOf(s) == heir.Module);

    private RepoPath? ModuleOf(TsNode statement) => _ts.Program.Import(_file!, statement.Get(F.Source).StringValue() ?? "")?.File.Path;

    private static TsNode ItemOf(TsNode name) => name.Parent.Kind is K.ImportSpecifier or K.NamespaceImport ? name.Parent : name;

    /// <summary>The specifier of a file, as imports here, or in the source, are written.</summary>
    private string SpecifierOf(RepoPath target)
    {
        var example = (_file is null ? null : Specifiers.Example(_ts.Program, _file)) ?? Specifiers.Example(_ts.Program, _source) ?? OfImporters() ?? (_source.IsJavaScript ? "./a.js" : UsesNodeModules() ? "./a.js" : "./a");
        return Specifiers.For(_path.Parent, target, example, null);
    }

    private string? OfImporters() => _ts.Program.ImportersOf(_source.Path).Select(f => Specifiers.Example(_ts.Program, f.File)).FirstOrDefault(e => e is not null);

    private bool UsesNodeModules()
    {
        for (var folder = _path.Parent; ; folder = folder.Parent)
        {
            if (_ts.Shared.Workspace.Read(folder.Combine("tsconfig.json")) is { } config) return System.Text.Encoding.UTF8.GetString(config.Utf8.Span).Contains("\"node", StringComparison.OrdinalIgnoreCase) && System.Text.RegularExpressions.Regex.IsMatch(System.Text.Encoding.UTF8.GetString(config.Utf8.Span), "\"(module|moduleResolution)\"\\s*:\\s*\"node(16|18|20|next)\"", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
            if (folder == default) return false;
        }
    }

    private string Moved(string specifier) => Modules.ModulePaths.Join(_source.Path.Parent, specifier) is { } there ? Specifiers.Relative(_path.Parent, there.Value) : specifier;

    private sealed record Added(string Specifier, RepoPath? Module, Form Form, CodeText Item, bool IsType, string Name);
}
