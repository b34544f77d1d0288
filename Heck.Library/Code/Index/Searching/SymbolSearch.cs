using Heck.Code.Index.Querying;
using Heck.Code.Index.Testing;

namespace Heck.Code.Index.Searching;

/// <summary>Symbols by their names; <c>Outer.name</c> asks for one inside the other.</summary>
internal static class SymbolSearch
{
    private const double HiddenFactor = 0.97;
    private const double TestFactor = 0.9;

    /// <remarks>Words apart are tried as one name: <c>wallet client</c> finds <c>WalletClient</c>.</remarks>
    public static IReadOnlyList<SearchHit> Find(IndexReader reader, string query, int limit)
    {
        var cut = query.LastIndexOfAny(['.', '#', ':']);
        var (outer, typed) = (query[..Math.Max(cut, 0)], query[(cut + 1)..].Replace(" ", "", StringComparison.Ordinal));
        if (typed.Length == 0) return [];
        var matcher = new NameMatcher(typed);
        var names = reader.AllNames();
        var hits = Hits(reader, names, matcher.Match, outer, limit);
        if (hits.Count < limit) hits = [.. hits, .. Hits(reader, names, n => matcher.Match(n).Score > 0 ? default : matcher.Resemble(n), outer, limit - hits.Count)];
        return [.. hits.Order(ByRank).Take(limit)];
    }

    private static List<SearchHit> Hits(IndexReader reader, IReadOnlyList<string> names, Func<string, (double Score, string Reason)> match, string outer, int limit)
    {
        var matched = names.Select(n => (Name: n, Match: match(n))).Where(n => n.Match.Score > 0)
            .OrderByDescending(n => n.Match.Score).ThenBy(n => n.Name, StringComparer.Ordinal);
        var hits = new List<SearchHit>();
        foreach (var (name, found) in matched)
        {
            // What follows can only lose by its factors, so a full list of better names is final.
            if (hits.Count >= limit && found.Score < hits.Order(ByRank).ElementAt(limit - 1).Score) break;
            hits.AddRange(reader.SymbolsNamed(name).Select(s => Hit(reader, s, found)).Where(h => IsInside(h.Symbol!, outer)));
        }

        return hits;
    }

    /// <summary>Best first; equals by place.</summary>
    public static Comparer<SearchHit> ByRank { get; } = Comparer<SearchHit>.Create((a, b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Path != b.Path ? a.Path.CompareTo(b.Path) : a.Line.CompareTo(b.Line));

    private static SearchHit Hit(IndexReader reader, SymbolRow symbol, (double Score, string Reason) match)
    {
        var reasons = new List<string> { "symbol " + match.Reason };
        var score = match.Score;
        if (symbol.Exported) reasons.Add("exported");
        else score *= HiddenFactor;
        if (TestPaths.IsTest(symbol.Path))
        {
            reasons.Add("in a test");
            score *= TestFactor;
        }

        return new SearchHit(symbol.Path, symbol.Line, Math.Round(score, 4), reasons, reader.QualifiedName(symbol), SnakeCase.Of(symbol.Kind), reader.TextsOf(symbol).Signature);
    }

    private static bool IsInside(string qualified, string outer) => outer.Length == 0
        || qualified.Contains(outer + ".", StringComparison.OrdinalIgnoreCase);
}
