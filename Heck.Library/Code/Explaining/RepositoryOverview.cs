using Heck.Code.Index.Querying;
using Heck.Code.Index.Testing;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>A repository, or a folder of it, at a glance.</summary>
internal sealed record RepositoryOverview(
    IReadOnlyList<(string Language, int Files, long Bytes, long Symbols)> Languages,
    IReadOnlyList<(RepoPath Path, int Importers)> HotModules,
    IReadOnlyList<RepoPath> EntryPoints,
    int TestFiles)
{
    private const int MostListed = 15;

    private static readonly HashSet<string> EntryStems = new(StringComparer.OrdinalIgnoreCase) { "index", "main", "__main__", "cli", "app", "program", "server", "mod", "manage" };

    public static RepositoryOverview Of(IndexReader reader, RepoPath folder)
    {
        var code = reader.Files().Where(f => f.Language is not null && f.Path.IsWithin(folder)).ToList();
        var importers = reader.Imports().SelectMany(i => i.Targets.Select(t => (Target: t, i.Path))).Distinct().CountBy(i => i.Target).ToDictionary();
        return new RepositoryOverview(
            [.. code.GroupBy(f => f.Language!).Select(g => (g.Key, g.Count(), g.Sum(f => f.Size), g.Sum(f => (long)f.Symbols))).OrderByDescending(l => l.Item3)],
            [.. importers.Where(i => i.Key.IsWithin(folder)).OrderByDescending(i => i.Value).ThenBy(i => i.Key).Take(MostListed).Select(i => (i.Key, i.Value))],
            [.. code.Where(f => IsEntry(f.Path, importers)).Select(f => f.Path).OrderBy(p => p.Value.Count(c => c == '/')).ThenBy(p => p).Take(MostListed)],
            code.Count(f => TestPaths.IsTest(f.Path)));
    }

    /// <summary>Named like one, and nothing imports it.</summary>
    private static bool IsEntry(RepoPath path, Dictionary<RepoPath, int> importers) =>
        EntryStems.Contains(TestPaths.Stem(path)) && !TestPaths.IsTest(path) && !importers.ContainsKey(path);
}
