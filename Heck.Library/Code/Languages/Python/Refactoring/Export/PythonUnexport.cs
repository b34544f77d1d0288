using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Export;

/// <summary>Keeps a name to its module: out of <c>__all__</c>, or with an underscore in front where the module has none.</summary>
internal sealed class PythonUnexport : IRefactoring<UnexportAsk>
{
    public Proposal Propose(UnexportAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var symbol = scene.Symbol(ask, ct);
        var variable = VisibleName.Of(python, symbol, ask);
        if (ask.To is not null) throw python.Refuse(ErrorTable.RefactorUnsupported, "Python has no accessibility: a name is public or has an underscore in front.", ask);
        var file = python.File(symbol.Path);
        var uses = scene.UsesOf(symbol, ask, ct);
        var elsewhere = uses.Changed.Where(u => u.Path != symbol.Path).ToList();
        if (elsewhere.Count > 0)
            throw ErrorTable.RefactorUsedElsewhere.With($"'{symbol.Name}' is used in other modules, the first time at {scene.PlaceOf(elsewhere[0].Path, elsewhere[0].Start)}.",
                details: scene.Places(ask.Path, ask.Offset, elsewhere.Select(u => (u.Path, u.Start, "use"))));
        var entries = ExportLists.Of(file).Where(e => e.Content == symbol.Name).ToList();
        if (entries.Count > 0)
        {
            if (ExportListEdits.ListOf(file) is null || entries.Count > 1) throw python.Refuse(ErrorTable.RefactorUnsupported, "The module's __all__ is put together when it is loaded.", ask, (entries[0].Node, "__all__"));
            return new Proposal($"Keep {symbol.Kind} {symbol.Name} to {symbol.Path}", [.. ExportListEdits.Remove(entries[0].Node)], scene.LedgerOf(symbol.Name, uses, ct));
        }

        if (file.SitesOf("__all__").Any(s => s.Scope == file.Module)) throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not in __all__ and so not exported.", ask, (file.SitesOf("__all__")[0].Node, "__all__"));
        if (symbol.Name.StartsWith('_')) throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' has an underscore in front already.", ask);
        var name = scene.NewName("_" + symbol.Name, symbol.Kind);
        return new Proposal($"Keep {symbol.Kind} {symbol.Name} to {symbol.Path}", [.. VisibleName.Rename(python, ask, symbol, variable, uses, name)], scene.LedgerOf(symbol.Name, uses, ct)) { NewNames = [name] };
    }
}
