using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Makes the edits of a move: the source, the new places, and everybody who imports.</summary>
internal sealed class Mover(MovePlan plan)
{
    private readonly Dictionary<RepoPath, ImportChanges> _imports = [];
    private readonly HashSet<TsSymbol> _mustExport = [];

    private TsScene Ts => plan.Ts;

    public Proposal Propose(string title)
    {
        foreach (var target in plan.Targets) RefuseTarget(target);
        foreach (var (target, needs) in plan.TargetNeeds) ImportInto(target, needs.Values);
        ImportInto(plan.Source.Path, plan.SourceNeeds.Values);
        var importers = new Importers(plan, Imports, s => _mustExport.Add(s));
        importers.Follow();
        RefuseCycles();
        foreach (var import in plan.UnusedImports) Imports(plan.Source.Path).Remove(import.First.Name);
        var edits = new List<ProposedEdit>(importers.Edits);
        edits.AddRange(plan.Statements.Select(Removal));
        foreach (var changes in _imports.Where(i => !plan.Targets.Contains(i.Key)).Select(i => i.Value)) edits.AddRange(changes.Edits());
        edits.AddRange(NewExports());
        var created = new Dictionary<RepoPath, CodeText>();
        foreach (var target in plan.Targets) PutInto(target, edits, created);
        return new Proposal(title, edits, Ts.Ledger(plan.Symbols.Select(s => s.First.Name).Concat(importers.Changed))) { Created = created, NewNames = [.. plan.Symbols.Select(s => s.Name).Distinct()] };
    }

    private ImportChanges Imports(RepoPath path) => _imports.TryGetValue(path, out var known) ? known : _imports[path] = new ImportChanges(Ts, path, plan.Source);

    private void RefuseTarget(RepoPath target)
    {
        if (!Binding.TypeScriptFiles.Are(target) || (target.Extension is ".js" or ".jsx" or ".mjs" or ".cjs") != plan.Source.IsJavaScript)
            throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{target}' is no file for code of {plan.Source.Path}.", []);
        if (target.Extension is ".ts" or ".mts" or ".cts" && plan.StatementsFor(target).SelectMany(s => s.Subtree).FirstOrDefault(n => n.Kind is K.JsxElement or K.JsxSelfClosingElement) is { Exists: true } element)
            throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{target}' cannot hold JSX.", [element]);
        if (Ts.Program.Load(target) is not { } there) return;
        if (there.File.IsJavaScript && there.File.Root.Subtree.FirstOrDefault(CommonJs.Marks) is { Exists: true } mark) throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{target}' is a CommonJS module.", [mark]);
        foreach (var symbol in plan.Symbols.Where(s => plan.HomeOf(s) == target))
        {
            if (there.Module.Scope.Names.TryGetValue(symbol.Name, out var taken) && !(taken.Alias is not null && Ts.Bound(taken) == Ts.Bound(symbol)))
                throw plan.Refuse(ErrorTable.RefactorNameTaken, $"'{symbol.Name}' is declared in {target} already.", [taken.First.Name]);
            if (there.Module.Named.ContainsKey(symbol.Name) && taken is null) throw plan.Refuse(ErrorTable.RefactorNameTaken, $"{target} exports '{symbol.Name}' already.", [there.File.Root.FirstNamed]);
            if (plan.Statements.Any(s => s.Has(T.Default) && s.Contains(symbol.First.Name)) && there.Module.Named.ContainsKey(AliasTarget.Default))
                throw plan.Refuse(ErrorTable.RefactorNameTaken, $"{target} has a default export already.", [there.File.Root.FirstNamed]);
        }

        foreach (var symbol in plan.TargetNeeds[target].Keys)
        {
            if (there.Module.Scope.Names.TryGetValue(symbol.Name, out var other) && Ts.Bound(other) != Ts.Bound(symbol))
                throw plan.Refuse(ErrorTable.RefactorNameTaken, $"The code needs '{symbol.Name}', which is something else in {target}.", [other.First.Name]);
        }
    }

    private void ImportInto(RepoPath target, IEnumerable<Need> needs)
    {
        foreach (var need in needs.OrderBy(n => n.Symbol.First.Name.Start))
        {
            var there = Ts.Program.Load(target)?.Module.Scope.Names.GetValueOrDefault(need.Symbol.Name);
            if (there is not null && target != plan.Source.Path && Ts.Bound(there) == Ts.Bound(need.Symbol) && !plan.IsMoved(there)) continue;
            if (need.Symbol.Alias is not null) CopyImport(target, need);
            else ImportOwn(target, need);
        }
    }

    /// <summary>An import of the source goes along; what is declared in the new place itself needs none.</summary>
    private void CopyImport(RepoPath target, Need need)
    {
        var alias = need.Symbol.Alias!;
        if (alias.Specifier is null || need.Symbol.First.Node.Kind == K.ImportRequireClause) throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{need.Symbol.Name}' is imported in a form that does not move.", [need.Symbol.First.Name]);
        var module = Ts.Program.Import(plan.Source, alias.Specifier)?.File.Path;
        if (module == target)
            throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{need.Symbol.Name}' is an import of {target}, which has it under another name.", [need.Symbol.First.Name]);
        Imports(target).AddCopy(need.Symbol, module);
    }

    private void ImportOwn(RepoPath target, Need need)
    {
        var home = plan.HomeOf(need.Symbol);
        if (home == target) return;
        _mustExport.Add(need.Symbol);
        Imports(target).Add(home, PublicName(need.Symbol), need.Symbol, !need.IsValue);
    }

    /// <summary>The name under which a symbol is exported, or will be.</summary>
    private string PublicName(TsSymbol symbol)
    {
        if (plan.Statements.Any(s => s.Has(T.Default) && s.Contains(symbol.First.Name))) return AliasTarget.Default;
        var entry = Ts.Program.Scopes(plan.Source).Module.Named.FirstOrDefault(e => e.Value.Symbol == symbol || (e.Value.Local.Exists && Ts.Names.Of(e.Value.Local) == symbol));
        return plan.IsMoved(symbol) || entry.Key is null ? symbol.Name : entry.Key;
    }

    private ProposedEdit Removal(TsNode statement)
    {
        var (start, end) = Lines.Removal(statement);
        return ProposedEdit.Delete(plan.Source.Path, start, end);
    }

    /// <summary>Private helpers that stay and that moved code needs.</summary>
    private IEnumerable<ProposedEdit> NewExports()
    {
        var module = Ts.Program.Scopes(plan.Source).Module;
        foreach (var symbol in _mustExport.Where(s => !plan.IsMoved(s)))
        {
            if (module.Named.Values.Any(e => e.Symbol == symbol || (e.Local.Exists && Ts.Names.Of(e.Local) == symbol))) continue;
            foreach (var declaration in TopDeclaration.Of(Ts, plan.Asked, symbol))
                yield return ProposedEdit.Insert(plan.Source.Path, declaration.Statement.Start, CodeText.Of("export "));
        }
    }

    private void PutInto(RepoPath target, List<ProposedEdit> edits, Dictionary<RepoPath, CodeText> created)
    {
        var body = Body(target);
        var imports = Imports(target);
        if (Ts.Program.Load(target)?.File is { } file)
        {
            var text = file.Text.Utf8.Span;
            var end = text.TrimEnd(" \t\r\n"u8).Length;
            edits.AddRange(imports.Edits());
            edits.Add(ProposedEdit.Insert(target, end, CodeText.Of(end == 0 ? "" : "\n\n").Append(body).Write(end == text.Length ? "\n" : "")));
            return;
        }

        var code = imports.NewText();
        created[target] = code.Write(code.Pieces.Count > 0 ? "\n" : "").Append(body).Write("\n");
    }

    private CodeText Body(RepoPath target)
    {
        var code = new CodeText();
        TsNode before = default;
        foreach (var statement in plan.StatementsFor(target))
        {
            if (before.Exists) code.Write(Adjacent(before, statement) ? "\n" : "\n\n");
            var (start, end) = Lines.WithComments(statement);
            var isExported = statement.Kind == K.ExportStatement;
            code.Copy(statement.File.Path, start, statement.Start);
            if (!isExported && plan.Symbols.Any(s => s.Declarations.Exists(d => statement.Contains(d.Name)) && (_mustExport.Contains(s) || IsListed(s)))) code.Write("export ");
            code.Copy(statement.File.Path, statement.Start, end);
            before = statement;
        }

        return code;
    }

    /// <summary>Exported by a list somewhere in the source.</summary>
    private bool IsListed(TsSymbol symbol) => Ts.Program.Scopes(plan.Source).Module.Named.Values.Any(e => e.Local.Exists && Ts.Names.Of(e.Local) == symbol);

    private static bool Adjacent(TsNode before, TsNode next)
    {
        var between = before.File.Text.Utf8.Span[Lines.WithComments(before).End..Lines.StartWithComments(next)];
        return Lines.IsBlank(between) && between.Count((byte)'\n') == 1;
    }

    /// <summary>Files that need each other's values while they are loaded cannot be loaded.</summary>
    private void RefuseCycles()
    {
        var removed = plan.UnusedImports.Select(i => Ts.Program.Import(plan.Source, i.Alias!.Specifier ?? "")?.File.Path).OfType<RepoPath>().Select(p => (plan.Source.Path, p)).ToHashSet();
        foreach (var (target, needs) in plan.TargetNeeds)
        {
            var values = needs.Values.Where(n => n.IsValue).ToList();
            var back = plan.SourceNeeds.Values.Where(n => n.IsValue && plan.HomeOf(n.Symbol) == target).ToList();
            var toSource = values.Where(n => n.Symbol.Alias is null && plan.HomeOf(n.Symbol) == plan.Source.Path).ToList();
            if (toSource.Count > 0 && (back.Count > 0 || LoadOrder.Reaches(Ts.Program, plan.Source.Path, target, removed))) RefuseAtLoad(target, [.. toSource, .. back]);
            if (back.Count > 0 && LoadOrder.Reaches(Ts.Program, target, plan.Source.Path, new HashSet<(RepoPath, RepoPath)>())) RefuseAtLoad(target, [.. back, .. toSource]);
            foreach (var need in values.Where(n => n.Symbol.Alias is not null))
            {
                var module = Ts.Program.Import(plan.Source, need.Symbol.Alias!.Specifier ?? "")?.File.Path;
                if (module is { } from && from != target && LoadOrder.Reaches(Ts.Program, from, target, removed) && !LoadOrder.Reaches(Ts.Program, target, from, removed)) RefuseAtLoad(target, [need]);
            }
        }
    }

    private void RefuseAtLoad(RepoPath target, IReadOnlyList<Need> needs)
    {
        if (needs.Where(n => n.AtLoad).ToList() is not { Count: > 0 } early) return;
        throw plan.Refuse(ErrorTable.RefactorImportCycle, $"{plan.Source.Path} and {target} would need each other while they are loaded, for '{early[0].Symbol.Name}'.", early.Select(n => n.Symbol.First.Name), "needed");
    }
}
