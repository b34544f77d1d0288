using Heck.Code.Refactoring.Edits;

namespace Heck.Code.Refactoring.Rename;

/// <summary>A rename that passed its gate, and what became of every occurrence of the old name.</summary>
internal sealed record RenameOutcome(BoundSymbol Symbol, string NewName, EditSet Edits, OccurrenceLedger Ledger);
