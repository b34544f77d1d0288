namespace Heck.Code.Languages;

/// <summary>One import, re-export, require or using.</summary>
/// <param name="Specifier">What is imported from, as written without quotes: <c>./util</c>, <c>..pkg.mod</c>, <c>example.com/m/pkg</c>, <c>System.Linq</c>.</param>
/// <param name="Start">Offset of the specifier's text.</param>
/// <param name="Kind">How it is imported.</param>
/// <param name="Names">The names taken, empty for a whole module or for its effects alone.</param>
internal sealed record ImportFact(string Specifier, int Start, ImportKind Kind, IReadOnlyList<ImportedName> Names);
