using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Export;

/// <summary>Makes a name public: without an underscore in front, and in <c>__all__</c> where the module has it.</summary>
internal sealed class PythonExport : IRefactoring<ExportAsk>
{
    public Proposal Propose(ExportAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var symbol = scene.Symbol(ask, ct);
        var variable = VisibleName.Of(python, symbol, ask);
        if (ask.Style is not null || ask.To is not null) throw python.Refuse(ErrorTable.RefactorUnsupported, "Python has no styles of export and no accessibility: a name is public or has an underscore in front.", ask);
        var file = python.File(symbol.Path);
        var list = ExportListEdits.ListOf(file);
        if (list is null && file.SitesOf("__all__").Any(s => s.Scope == file.Module))
            throw python.Refuse(ErrorTable.RefactorUnsupported, "The module's __all__ is put together when it is loaded.", ask, (file.SitesOf("__all__")[0].Node, "__all__"));
        var name = symbol.Name.TrimStart('_');
        var isListed = ExportLists.Of(file).Any(e => e.Content == symbol.Name);
        if (name == symbol.Name && (list is null || isListed))
            throw python.Refuse(ErrorTable.RefactorUnsupported, list is null ? $"'{symbol.Name}' is public already: it has no underscore in front, and the module has no __all__." : $"'{symbol.Name}' is in __all__ already.", ask);
        var uses = scene.UsesOf(symbol, ask, ct);
        var edits = name == symbol.Name ? [] : VisibleName.Rename(python, ask, symbol, variable, uses, scene.NewName(name, symbol.Kind)).ToList();
        if (list is { } present && !isListed) edits.AddRange(ExportListEdits.Add(present, name));
        return new Proposal($"Export {symbol.Kind} {name} of {symbol.Path}", edits, scene.LedgerOf(symbol.Name, uses, ct)) { NewNames = name == symbol.Name ? [] : [name] };
    }
}
