using System.Text;
using Heck.Code.Index.Querying;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Index.Searching;

/// <summary>Texts by the words they hold, ranked by BM25; then the files themselves are read for the line that answers best.</summary>
internal static class TextSearch
{
    private const int MostSnippet = 200;

    /// <summary>Files that are read for each one asked for: a phrase found in them may lift them.</summary>
    private const int Reach = 2;

    private const double PhraseFactor = 1.5;

    public static IReadOnlyList<SearchHit> Find(IndexReader reader, IWorkspace workspace, string query, int limit)
    {
        var words = FullTextQuery.Words(query).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (FullTextQuery.AnyOf(words.SelectMany(w => FullTextQuery.Parts(w).Prepend("~" + w.ToLowerInvariant()).Prepend(w)).Distinct()) is not { } match) return [];
        var ranked = reader.RankedByWords(match, limit * Reach);
        var hits = ranked.Select(r => Hit(workspace, r.Path, r.Score, words, query)).OfType<SearchHit>().Order(SymbolSearch.ByRank).Take(limit).ToList();
        var best = hits.Count > 0 ? hits[0].Score : 1;
        return [.. hits.Select(h => h with { Score = Math.Round(h.Score / best, 4) })];
    }

    private static SearchHit? Hit(IWorkspace workspace, RepoPath path, double score, List<string> words, string query)
    {
        if (workspace.Read(path) is not { } text) return null;
        var lines = Encoding.UTF8.GetString(text.Utf8.Span).Split('\n');
        var (line, found, phrase) = BestLine(lines, words, query);
        var reasons = new List<string> { "text bm25" };
        if (phrase && words.Count > 1) reasons.Add("phrase");
        if (found.Count > 0) reasons.Add("words " + string.Join(' ', found));
        return new SearchHit(path, line + 1, score * (phrase ? PhraseFactor : 1), reasons, Snippet: Cut(lines[line].Trim()));
    }

    /// <summary>The first line that holds the query, else most of its words, else most of their parts.</summary>
    private static (int Line, List<string> Found, bool Phrase) BestLine(string[] lines, List<string> words, string query)
    {
        var parts = words.SelectMany(FullTextQuery.Parts).Select(p => p[1..]).ToList();
        var best = (Line: 0, Found: new List<string>(), Phrase: false);
        var most = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var found = words.Concat(parts).Where(w => lines[i].Contains(w, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0) continue;
            var phrase = lines[i].Contains(query, StringComparison.OrdinalIgnoreCase);
            var weight = (phrase ? 10_000 : 0) + (100 * found.Count(words.Contains)) + found.Count;
            if (weight > most) (most, best) = (weight, (i, found, phrase));
        }

        return best;
    }

    private static string Cut(string line) => line.Length <= MostSnippet ? line : string.Concat(line.AsSpan(0, MostSnippet), "…");
}
