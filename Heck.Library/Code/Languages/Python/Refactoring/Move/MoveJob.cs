using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>Moves declarations from one file to others, with the imports that they need, and lets their users import them from there.</summary>
internal sealed class MoveJob(PythonScene python, RefactorAsk ask, IReadOnlyList<MovedSymbol> moved)
{
    private readonly PythonFile _file = python.File(ask.Path);

    public Proposal Propose(string title, CancellationToken ct)
    {
        RefuseTaken();
        var verdicts = moved.ToDictionary(m => m, m => python.Scene.UsesOf(m.Symbol, ask, ct));
        var needed = new NeededImports(python, ask, moved);
        var lines = moved.Select(m => m.To).Distinct().ToDictionary(to => to, needed.For);
        var references = new ReferenceUpdates(python, ask, moved, needed);
        foreach (var symbol in moved) references.Add(symbol, verdicts[symbol].Changed);
        references.Finish();
        RefuseLostEffects(needed, references);
        RefuseCycles([.. needed.Edges, .. references.Edges]);
        var edits = references.Edits.ToList();
        var unused = UnusedImports().ToList();
        edits.AddRange(Removal.Of([.. moved.SelectMany(m => m.Statements)]));
        edits.AddRange(unused.SelectMany(u => ImportEdits.Remove(u.Key, [.. u])));
        var gone = unused.Where(u => u.Count() == u.Key.ChildrenIn(Fields.Name).Count()).Select(u => u.Key).Concat(references.Removed).ToHashSet();
        var created = new Dictionary<RepoPath, CodeText>();
        foreach (var (to, imports) in lines) Place(to, imports, references, gone, edits, created);
        foreach (var (path, imports) in references.Imports.Where(i => !lines.ContainsKey(i.Key))) edits.AddRange(new ImportInsertion(python.File(path), gone).Add(imports));
        return new Proposal(title, edits, Ledger(verdicts, ct)) { Created = created, Equal = needed.Equal, NewNames = [.. moved.Select(m => m.Symbol.Name).Distinct()] };
    }

    private void RefuseTaken()
    {
        foreach (var symbol in moved)
        {
            if (symbol.To == ask.Path) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{symbol.Symbol.Name}' is in {symbol.To} already.", ask);
            if (python.Program.File(symbol.To) is null)
            {
                if (!PythonProgram.IsPython(symbol.To)) throw python.Refuse(ErrorTable.RefactorUnsupported, $"{symbol.To} is no Python file.", ask);
                continue;
            }

            if (python.File(symbol.To).Module.Variables.GetValueOrDefault(symbol.Variable.Name) is { } taken && python.Symbols.Of(taken) != symbol.Symbol)
                throw python.Refuse(ErrorTable.RefactorNameTaken, $"{symbol.To} declares '{symbol.Symbol.Name}' already.", ask, (taken.First.Name, "in the way"));
        }
    }

    /// <summary>An importer that no longer loads the old file loses what that does when it is loaded.</summary>
    private void RefuseLostEffects(NeededImports needed, ReferenceUpdates references)
    {
        if (references.Redirected.Count == 0 || needed.Edges.Any(e => e.To == ask.Path)) return;
        var effects = new EffectReader(python);
        var does = _file.Unit.Root.Children.Where(s => IsRun(s) && (effects.Of(s) & (Effects.Writes | Effects.Prints)) != 0).Select(s => (s, "runs when loaded")).ToList();
        if (does.Count > 0) throw python.Refuse(ErrorTable.RefactorSideEffects, $"{ask.Path} does something when it is loaded, and an importer would no longer load it.", ask, references.Redirected.Select(r => (r, "import")).Concat(does));
    }

    private static bool IsRun(PythonNode statement) =>
        statement.Is(Kinds.ExpressionStatement) && statement.FirstChild is { } expression && !expression.Is(Kinds.Assignment) || statement.Is(Kinds.ForStatement) || statement.Is(Kinds.WhileStatement) || statement.Is(Kinds.WithStatement);

    private void RefuseCycles(List<(RepoPath From, RepoPath To, PythonNode Name)> edges)
    {
        var graph = new ImportGraph(python);
        var more = edges.Select(e => (e.From, e.To)).Where(e => e.From != e.To).ToList();
        foreach (var (from, to, name) in edges.Where(e => e.From != e.To))
        {
            if (!graph.Reaches(to, from, more)) continue;
            throw python.Refuse(ErrorTable.RefactorImportCycle, $"{from} would import {to}, which imports it in turn.", ask, (name, "needs the import"));
        }
    }

    /// <summary>Imports that only the moved code uses, by statement; those of a package's own file may be there for others.</summary>
    private IEnumerable<IGrouping<PythonNode, PythonNode>> UnusedImports()
    {
        if (Modules.PythonModules.IsInit(_file.Path)) return [];
        return _file.Module.Variables.Values.Where(IsUnused).SelectMany(v => v.Declarations).GroupBy(d => d.Origin, d => d.Name);
    }

    private bool IsUnused(Variable variable)
    {
        if (!variable.Declarations.All(d => d.Kind is DeclarationKind.Import or DeclarationKind.FromImport && d.Origin.Parent!.Value.Is(Kinds.Module))) return false;
        var uses = python.SitesOf(variable).Where(s => !s.Binds).ToList();
        return uses.Count > 0 && uses.TrueForAll(u => moved.Any(m => m.Holds(_file.Path, u.Node.Start)))
            && !ExportLists.Of(_file).Any(e => e.Content == variable.Name) && !ImportedNames.TakenFrom(python, variable).Any();
    }

    private void Place(RepoPath to, List<ImportLine> imports, ReferenceUpdates references, HashSet<PythonNode> gone, List<ProposedEdit> edits, Dictionary<RepoPath, CodeText> created)
    {
        var code = Code(to);
        var future = _file.Unit.Root.Children.Where(c => c.Is(Kinds.FutureImport)).ToList();
        if (python.Program.File(to) is not { } target)
        {
            var head = new CodeText();
            foreach (var line in future) head.Copy(_file.Path, line.Start, line.End).Write("\n");
            if (future.Count > 0) head.Write("\n");
            if (imports.Count > 0) head.Append(ImportInsertion.Text(imports)).Write("\n\n\n");
            else if (future.Count > 0) head.Write("\n");
            created[to] = head.Append(code).Write("\n");
            return;
        }

        RefuseFuture(future, target, to);
        edits.AddRange(new ImportInsertion(target, gone).Add([.. imports, .. references.Imports.GetValueOrDefault(to) ?? []]));
        edits.Add(AtEnd(target, code));
    }

    private void RefuseFuture(List<PythonNode> future, PythonFile target, RepoPath to)
    {
        var has = target.Unit.Root.Descendants(Kinds.FutureImport).Any();
        if (future.Count == 0 || has || !moved.Where(m => m.To == to).SelectMany(m => m.Statements).Any(s => s.Descendants(Kinds.Type).Any())) return;
        throw python.Refuse(ErrorTable.RefactorUnsupported, $"{to} evaluates annotations when it is loaded, and {ask.Path} does not.", ask, (future[0], "from __future__"));
    }

    /// <summary>The declarations in their order, each with its comments.</summary>
    private CodeText Code(RepoPath to)
    {
        var code = new CodeText();
        PythonNode? before = null;
        foreach (var statement in moved.Where(m => m.To == to).SelectMany(m => m.Statements).OrderBy(s => s.Start))
        {
            if (before is { } last) code.Write(last.NextStatement == statement && last.Is(Kinds.ExpressionStatement) && statement.Is(Kinds.ExpressionStatement) && Gap(last, statement) == 0 ? "\n" : "\n\n\n");
            var (start, end) = Removal.Extent(statement);
            var text = _file.Text.Utf8.Span;
            while (end > start && text[end - 1] is (byte)'\n' or (byte)'\r') end--;
            code.Indented(_file, start, end, "", "", Relative(statement, to));
            before = statement;
        }

        return code;
    }

    private static int Gap(PythonNode last, PythonNode next) => Removal.BlankLinesBefore(next.File.Text, Removal.FirstLine(next)) is var gap && last.End < next.Start ? gap : 0;

    /// <summary>Imports with leading dots inside moved functions.</summary>
    private IEnumerable<(int Start, int End, CodeText Text)> Relative(PythonNode statement, RepoPath to)
    {
        foreach (var relative in statement.Descendants(Kinds.RelativeImport).Where(_ => to.Parent != _file.Path.Parent))
        {
            var module = python.Evaluator.Names.FromModule(relative.Parent!.Value);
            var name = module?.Files.Count > 0 ? ModuleNaming.NameOf(python, to, module.Files[0], true) : null;
            yield return (relative.Start, relative.End, CodeText.Of(name ?? throw python.Refuse(ErrorTable.RefactorUnsupported, "An import in the code cannot be named from the new file.", ask, (relative, "import"))));
        }
    }

    /// <summary>Behind the last declaration, and before what a script runs at its end.</summary>
    private static ProposedEdit AtEnd(PythonFile target, CodeText code)
    {
        var text = target.Text;
        var main = target.Unit.Root.Children.FirstOrDefault(c => c.Is(Kinds.IfStatement) && c.Child(Fields.Condition)?.Text.Contains("__name__", StringComparison.Ordinal) == true);
        if (main.Unit is not null) return ProposedEdit.Insert(target.Path, text.Lines.LineStart(Removal.FirstLine(main)), code.Write("\n\n\n"));
        var end = text.Utf8.Length;
        while (end > 0 && text.Utf8.Span[end - 1] is (byte)'\n' or (byte)'\r' or (byte)' ') end--;
        return new ProposedEdit(target.Path, end, text.Utf8.Length, new CodeText().Write(end == 0 ? "" : "\n\n\n").Append(code).Write("\n"));
    }

    private OccurrenceLedger Ledger(Dictionary<MovedSymbol, Verdicts> verdicts, CancellationToken ct)
    {
        var all = verdicts.Select(v => python.Scene.LedgerOf(v.Key.Symbol.Name, v.Value, ct)).ToList();
        return new OccurrenceLedger([.. all.SelectMany(l => l.Changed)], [.. all.SelectMany(l => l.OtherSymbol)], [.. all.SelectMany(l => l.TextOnly)], [.. all.SelectMany(l => l.Unknown)]);
    }
}
