using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>What must be renamed with a symbol, and what forbids it.</summary>
internal sealed class RenameSets(GoProgram program, GoChecker checker, SymbolFactory symbols)
{
    public RenameSet Of(BoundSymbol symbol, IReadOnlyList<NameUse> uses, CancellationToken ct)
    {
        _ = (program, checker, uses, ct);
        if (symbols.ObjectOf(symbol) is not { } declared) return new RenameSet([symbol]);
        if (declared.Kind == ObjectKind.Package)
            return Refused(symbol, ErrorTable.RefactorUnsupported.With($"'{symbol.Name}' is a package, whose name belongs to its folder and to its importers.", "Give importers an alias, or rename the folder."));
        return new RenameSet([symbol]);
    }

    private static RenameSet Refused(BoundSymbol symbol, HeckException refusal) => new([symbol], refusal);
}
