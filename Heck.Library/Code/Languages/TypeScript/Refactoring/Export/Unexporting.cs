using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Export;

/// <summary>Takes <c>export</c> from a declaration that no other file uses.</summary>
internal sealed class Unexporting : IRefactoring<UnexportAsk>
{
    public Proposal Propose(UnexportAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var (name, symbol) = ts.NameAt(ask);
        var declarations = TopDeclaration.Of(ts, name, symbol);
        if (ask.To is not null) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, "TypeScript has no accessibility besides export.");
        var verdicts = ts.UsesOf(symbol, ask, ct);
        var elsewhere = verdicts.Changed.Select(ts.NodeAt).Where(n => n.File != name.File && n.Kind != K.Comment).Concat(OtherNames(ts, name, symbol)).ToList();
        if (elsewhere.Count > 0) throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"'{symbol.Name}' is used in other files.", elsewhere, "used");
        var edits = declarations.Where(d => d.IsExportedInPlace).Select(d => InPlace(ts, name, d)).Concat(Lists(ts, symbol, name.File)).ToList();
        if (edits.Count == 0) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, $"'{symbol.Name}' is not exported by an export statement.", [name], "declared");
        if (!StaysModule(name.File, edits)) edits.Add(KeepModule(name.File));
        return new Proposal($"Keep {symbol.Name} to {name.File.Path.Name}", edits, scene.LedgerOf(symbol.Name, verdicts, ct));
    }

    /// <summary>A default export goes by other names in its importers, and a re-export under another name too.</summary>
    private static IEnumerable<TsNode> OtherNames(TsScene ts, TsNode name, TsSymbol symbol)
    {
        var bound = ts.Bound(symbol);
        return ts.Program.ImportersOf(name.File.Path).Where(f => f.File != name.File).SelectMany(f => f.Module.Scope.Names.Values.Where(s => s.Alias is not null && ts.Bound(s) == bound).Select(s => s.First.Name));
    }

    private static ProposedEdit InPlace(TsScene ts, TsNode name, TopDeclaration declaration)
    {
        if (declaration.AllNames.Count() > 1) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, "The statement exports other names as well.", declaration.AllNames.Where(n => n != declaration.Name), "declared");
        return ProposedEdit.Delete(name.File.Path, declaration.Statement.Start, declaration.Declaration.Start);
    }

    private static IEnumerable<ProposedEdit> Lists(TsScene ts, TsSymbol symbol, TsFile file)
    {
        foreach (var statement in file.Root.All(K.ExportStatement).Where(s => s.Get(F.Source).IsNone))
        {
            var all = statement.Get(K.ExportClause).All(K.ExportSpecifier).ToList();
            var gone = all.Where(s => ts.Names.Of(s.Get(F.Name)) == symbol).ToHashSet();
            var isDefault = statement.Has(T.Default) && statement.Get(F.Value) is { Kind: K.Identifier } value && ts.Names.Of(value) == symbol;
            if (gone.Count == 0 && !isDefault) continue;
            var ranges = isDefault || gone.Count == all.Count ? [Lines.Removal(statement)] : ListItems.Removal(all, gone);
            foreach (var (start, end) in ranges) yield return ProposedEdit.Delete(file.Path, start, end);
        }
    }

    private static bool StaysModule(TsFile file, List<ProposedEdit> edits)
    {
        var modular = file.Root.Children.Where(c => c.Kind is K.ImportStatement or K.ExportStatement).ToList();
        return file.Path.Extension is ".mts" or ".mjs" or ".cts" or ".cjs" || modular.Exists(m => !edits.Exists(e => e.Start <= m.Start && m.Start < e.End));
    }

    /// <summary>A file without imports and exports would be a script, whose names every script sees.</summary>
    private static ProposedEdit KeepModule(TsFile file)
    {
        var end = file.Text.Utf8.Span.TrimEnd(" \t\r\n"u8).Length;
        return ProposedEdit.Insert(file.Path, end, CodeText.Of($"\n\nexport {{}}{Lines.Semicolon(file)}").Write(end == file.Text.Utf8.Length ? "\n" : ""));
    }
}
