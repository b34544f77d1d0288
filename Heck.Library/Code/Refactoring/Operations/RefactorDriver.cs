using Heck.Code.Languages;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Operations;

/// <summary>Runs any refactoring but rename: asks the language for a proposal and passes it through the gate. Writes nothing.</summary>
internal sealed class RefactorDriver(IWorkspace workspace, IBinderFactory language)
{
    /// <exception cref="HeckException">A <c>refactor.*</c> code with the places: it cannot be done, or not safely.</exception>
    public RefactorOutcome Run<TAsk>(TAsk ask, CancellationToken ct)
        where TAsk : RefactorAsk
    {
        var refactoring = language.Refactorings.OfType<IRefactoring<TAsk>>().FirstOrDefault()
            ?? throw ErrorTable.RefactorUnsupported.With($"This refactoring is not available for '{ask.Path}'.");
        var binder = language.Bind(workspace);
        var proposal = refactoring.Propose(ask, new RefactorScene(workspace, binder, language), ct);
        RefuseTakenPaths(proposal, ask);
        var tree = new ProposedTree(workspace, proposal);
        new ProposalGate(workspace, binder, language).Check(proposal, tree, Asked(ask), ct);
        return new RefactorOutcome(proposal.Title, [.. tree.Files.Select(Tidied)], proposal.Ledger);
    }

    private ProposedFile Tidied(ProposedFile file) => file.After is { } after && LanguageCatalog.Of(file.Path)?.Binder == language ? file with { After = language.Tidy(file.Path, file.Before, after) } : file;

    private void RefuseTakenPaths(Proposal proposal, RefactorAsk ask)
    {
        if (proposal.Created.Keys.Where(workspace.Files.Exists).FirstOrDefault() is not { Value.Length: > 0 } taken) return;
        throw ErrorTable.RefactorNameTaken.With($"'{taken}' exists already.", details: PlaceDetails.Of([Asked(ask), new Place(taken, 1, 1, "in the way")]));
    }

    private Place Asked(RefactorAsk ask) => workspace.Read(ask.Path) is { } text
        ? text.PlaceAt(ask.Path, ask switch { SymbolAsk symbol => symbol.Offset, ExtractAsk extract => extract.Start, MoveAsk move => move.Offsets[0], _ => 0 }, "asked")
        : new Place(ask.Path, 1, 1, "asked");
}
