using Heck.Code.Index.Querying;
using Heck.Code.Index.Testing;
using Heck.Contracts;

namespace Heck.Code.Index.Searching;

/// <summary>Files by their paths: the name, a part of the path, or a name that is alike.</summary>
internal static class FileSearch
{
    /// <summary>A path that holds the query somewhere is a weaker answer than a name that begins with it.</summary>
    private const double PathScore = 0.65;

    public static IReadOnlyList<SearchHit> Find(IndexReader reader, string query, int limit)
    {
        var matcher = new NameMatcher(query);
        return [.. reader.Files().Select(f => Hit(f.Path, query, matcher)).OfType<SearchHit>().Order(SymbolSearch.ByRank).Take(limit)];
    }

    private static SearchHit? Hit(RepoPath path, string query, NameMatcher matcher)
    {
        if (path.Value == query) return new SearchHit(path, 1, 1, ["path exact"]);
        var (score, reason) = Better(matcher.Match(path.Name), matcher.Match(TestPaths.Stem(path)));
        if (score < PathScore && path.Value.Contains(query, StringComparison.OrdinalIgnoreCase)) (score, reason) = (PathScore, "part of the path");
        if (score == 0) (score, reason) = matcher.Resemble(TestPaths.Stem(path));
        return score > 0 ? new SearchHit(path, 1, Math.Round(score, 4), ["file name " + reason]) : null;
    }

    private static (double Score, string Reason) Better((double Score, string Reason) a, (double Score, string Reason) b) => a.Score >= b.Score ? a : b;
}
