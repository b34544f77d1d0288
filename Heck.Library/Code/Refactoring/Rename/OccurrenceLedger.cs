using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>Every whole-word occurrence of the old name in the workspace, each in one list.</summary>
/// <param name="Changed">What the rename changes.</param>
/// <param name="OtherSymbol">Uses proved to mean something else.</param>
/// <param name="TextOnly">Comments, strings, documents, files of other languages.</param>
/// <param name="Unknown">Uses in code that cannot be decided; the role says why.</param>
internal sealed record OccurrenceLedger(
    IReadOnlyList<Place> Changed, IReadOnlyList<Place> OtherSymbol, IReadOnlyList<Place> TextOnly, IReadOnlyList<Place> Unknown);
