using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;

namespace Heck.Code.Refactoring.Operations;

/// <summary>A refactoring that passed its gate.</summary>
internal sealed record RefactorOutcome(string Title, IReadOnlyList<ProposedFile> Files, OccurrenceLedger Ledger);
