using Heck.Code.Index.Querying;
using Heck.Code.Refactoring;

namespace Heck.Code.Index.Searching;

/// <summary>A search over everything that the index knows.</summary>
internal static class CodeSearch
{
    /// <summary>Without a kind asked for, a symbol of that name goes before a text that holds it.</summary>
    private const double MixedTextFactor = 0.7;

    public static IReadOnlyList<SearchHit> Find(IndexReader reader, IWorkspace workspace, string query, SearchKind? kind, int limit) => kind switch
    {
        SearchKind.Symbol => SymbolSearch.Find(reader, query, limit),
        SearchKind.File => FileSearch.Find(reader, query, limit),
        SearchKind.Text => TextSearch.Find(reader, workspace, query, limit),
        _ =>
        [
            .. SymbolSearch.Find(reader, query, limit)
                .Concat(FileSearch.Find(reader, query, limit))
                .Concat(TextSearch.Find(reader, workspace, query, limit).Select(h => h with { Score = Math.Round(h.Score * MixedTextFactor, 4) }))
                .Order(SymbolSearch.ByRank).Take(limit),
        ],
    };
}
