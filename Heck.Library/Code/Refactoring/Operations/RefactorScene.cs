using System.Text.Json.Nodes;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Operations;

/// <summary>What a refactoring works with: the sources, what names mean in them, and the questions and refusals that all refactorings share.</summary>
internal sealed class RefactorScene(IWorkspace workspace, IBinder binder, IBinderFactory language)
{
    public IWorkspace Workspace => workspace;

    public IBinder Binder => binder;

    public IBinderFactory Language => language;

    /// <summary>The text of a file that is known to be there.</summary>
    public SourceText Text(RepoPath path) => workspace.Read(path) ?? throw ErrorTable.FileUndecodable.With($"'{path}' cannot be read as text.");

    /// <summary>The symbol that is asked about, declared in the workspace.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c> or <c>refactor.external</c>.</exception>
    public BoundSymbol Symbol(SymbolAsk ask, CancellationToken ct) => Symbol(ask.Path, ask.Offset, ct);

    /// <inheritdoc cref="Symbol(SymbolAsk, CancellationToken)"/>
    public BoundSymbol Symbol(RepoPath path, int offset, CancellationToken ct)
    {
        var symbol = binder.SymbolAt(path, offset, ct)
            ?? throw ErrorTable.TargetNotFound.With($"At {PlaceOf(path, offset)} stands no name whose meaning can be decided.", "Point at the name, best at its declaration.");
        return symbol.External is not { } from
            ? symbol
            : throw ErrorTable.RefactorExternal.With($"'{symbol.Name}' comes from {from}, outside the workspace.", details: PlaceDetails.Of([PlaceOf(path, offset, "asked")]));
    }

    /// <summary>Every use of a symbol and of what must agree with it, declarations too; by the ask, refused while some use cannot be decided.</summary>
    /// <exception cref="HeckException"><c>refactor.unknown_occurrences</c>, or what forbids to touch the symbol at all.</exception>
    public Verdicts UsesOf(BoundSymbol symbol, RefactorAsk ask, CancellationToken ct)
    {
        var set = binder.SetOf(symbol, ct);
        if (set.Refusal is { } refusal) throw refusal;
        var verdicts = Verdicts.Of(binder.UsesOf(symbol.Name, ct), [.. set.Symbols]);
        if (!ask.AcceptUnknown) RefuseUnknown(verdicts, PlaceOf(symbol.Path, symbol.Offset, "asked"), symbol.Name);
        return verdicts;
    }

    /// <exception cref="HeckException"><c>refactor.unknown_occurrences</c> with the places.</exception>
    public void RefuseUnknown(Verdicts verdicts, Place asked, string name)
    {
        if (verdicts.Unknown.Count == 0) return;
        var places = verdicts.Unknown.Select(u => PlaceOf(u.Path, u.Start, u.Why ?? "unknown")).ToList();
        throw ErrorTable.RefactorUnknownOccurrences.With(
            $"{places.Count} occurrence(s) of '{name}' may mean it and cannot be decided, the first at {places[0]}.",
            "Look at the places listed; --accept-unknown leaves them as they are.",
            PlaceDetails.Of(places.Prepend(asked)));
    }

    /// <summary>A name that the language allows for a new symbol of a kind.</summary>
    /// <exception cref="HeckException"><c>refactor.invalid_name</c>.</exception>
    public string NewName(string wanted, string kind)
    {
        var name = language.NormalizeName(wanted, kind);
        return language.RejectName(name, kind) is not { } reason
            ? name
            : throw ErrorTable.RefactorInvalidName.With($"'{wanted}' cannot be the name of a {kind}: {reason}.");
    }

    /// <summary>The ledger of one symbol: which uses the change touches, which mean something else, which are text.</summary>
    public OccurrenceLedger LedgerOf(string name, Verdicts verdicts, CancellationToken ct) =>
        new TextLedger(workspace, binder, name, binder.UsesOf(name, ct)).Sort(verdicts, new Edits.EditSet([]));

    /// <summary>The ledger of a change that concerns no name used elsewhere, such as an extraction: the places changed.</summary>
    public OccurrenceLedger LedgerOf(IEnumerable<(RepoPath Path, int Offset)> changed) =>
        new([.. changed.Select(c => PlaceOf(c.Path, c.Offset))], [], [], []);

    public Place PlaceOf(RepoPath path, int offset, string? role = null) =>
        workspace.Read(path) is { } text ? text.PlaceAt(path, offset, role) : new Place(path, 1, 1, role);

    /// <summary>The places of a refusal: what was asked first.</summary>
    public JsonObject Places(RepoPath path, int offset, IEnumerable<(RepoPath Path, int Offset, string Role)> others) =>
        PlaceDetails.Of(others.Select(o => PlaceOf(o.Path, o.Offset, o.Role)).Prepend(PlaceOf(path, offset, "asked")));
}
