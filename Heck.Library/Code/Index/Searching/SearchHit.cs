using Heck.Contracts;

namespace Heck.Code.Index.Searching;

/// <summary>One answer of a search. Scores lie between 0 and 1, and the reasons say where they come from.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line to open.</param>
/// <param name="Score">The higher the better.</param>
/// <param name="Reasons">Such as <c>symbol prefix</c>, <c>exported</c>, <c>text bm25</c>.</param>
/// <param name="Symbol">The qualified name of a symbol found.</param>
/// <param name="SymbolKind">Its kind.</param>
/// <param name="Snippet">The line's text, or a symbol's signature.</param>
internal sealed record SearchHit(
    RepoPath Path, int Line, double Score, IReadOnlyList<string> Reasons, string? Symbol = null, string? SymbolKind = null, string? Snippet = null);
