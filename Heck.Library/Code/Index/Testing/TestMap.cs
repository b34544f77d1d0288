using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Contracts;

namespace Heck.Code.Index.Testing;

/// <summary>
/// Which tests concern which files, without running any: a test imports the file, is named after it, or uses names that only that file exports.
/// </summary>
internal sealed class TestMap
{
    private const double ImportScore = 2;
    private const double NameScore = 2;
    private const double ReferenceScore = 0.25;
    private const int MostReferences = 6;

    private readonly Dictionary<(RepoPath Test, RepoPath Code), SortedDictionary<string, double>> _links = [];

    private TestMap(IReadOnlyList<FileRow> files)
    {
        var code = files.Where(f => f.Language is not null).ToList();
        Tests = [.. code.Where(f => TestPaths.IsTest(f.Path))];
        Subjects = [.. code.Where(f => !TestPaths.IsTest(f.Path))];
    }

    private List<FileRow> Tests { get; }

    private List<FileRow> Subjects { get; }

    public static IReadOnlyList<TestLink> Of(IndexDatabase database)
    {
        var reader = new IndexReader(database);
        var map = new TestMap(reader.Files());
        map.AddImports(reader);
        map.AddNames();
        map.AddReferences(database);
        return map.Links();
    }

    private List<TestLink> Links() =>
    [
        .. _links.Select(l => new TestLink(l.Key.Test, l.Key.Code, l.Value.Values.Sum(), [.. l.Value.Keys]))
            .OrderBy(l => l.Test).ThenByDescending(l => l.Score).ThenBy(l => l.Code),
    ];

    private void AddImports(IndexReader reader)
    {
        var subjects = Subjects.Select(f => f.Path).ToHashSet();
        foreach (var test in Tests)
        {
            foreach (var target in reader.ImportsOf(test.Path).SelectMany(i => i.Targets).Where(subjects.Contains)) Add(test.Path, target, "imports", ImportScore);
        }
    }

    private void AddNames()
    {
        var byStem = Subjects.ToLookup(f => (TestPaths.Stem(f.Path), Family(f.Language)));
        foreach (var test in Tests)
        {
            var candidates = byStem[(TestPaths.Subject(test.Path), Family(test.Language))].ToList();
            // `index.test.ts` may be named after any of fifty; then only the nearest can be meant.
            var nearest = candidates.Count == 0 ? 0 : candidates.Max(c => SharedFolders(c.Path, test.Path));
            foreach (var subject in candidates.Where(c => SharedFolders(c.Path, test.Path) == nearest)) Add(test.Path, subject.Path, "name", NameScore);
        }
    }

    private void AddReferences(IndexDatabase database)
    {
        var declarers = OnlyDeclarers(database);
        foreach (var test in Tests)
        {
            var used = NamesIn(database, test.Id);
            var counts = used.Where(declarers.ContainsKey).Select(n => declarers[n]).Where(d => Family(d.Language) == Family(test.Language)).CountBy(d => d.Path);
            foreach (var (path, count) in counts) Add(test.Path, path, "references", ReferenceScore * Math.Min(count, MostReferences));
        }
    }

    /// <summary>Names at the top of files that one file alone, no test, exports.</summary>
    private Dictionary<long, FileRow> OnlyDeclarers(IndexDatabase database)
    {
        var subjects = Subjects.ToDictionary(f => f.Id);
        var declarers = new Dictionary<long, FileRow>();
        using var query = database.Prepare("SELECT name, min(file) FROM symbols WHERE exported AND parent < 0 GROUP BY name HAVING min(file) = max(file)");
        while (query.Step())
        {
            if (subjects.TryGetValue(query.Int(1), out var file)) declarers[query.Int(0)] = file;
        }

        return declarers;
    }

    private static List<long> NamesIn(IndexDatabase database, long file)
    {
        var ids = new List<long>();
        var query = database["SELECT names FROM occurrences WHERE file = ?"].Bind(1, file);
        if (!query.Step()) return ids;
        for (var i = 0; i < NameCodec.Count(query.Bytes(0)); i++) ids.Add(NameCodec.At(query.Bytes(0), i));
        query.Reset();
        return ids;
    }

    private void Add(RepoPath test, RepoPath code, string reason, double score)
    {
        if (!_links.TryGetValue((test, code), out var reasons)) _links[(test, code)] = reasons = new SortedDictionary<string, double>(StringComparer.Ordinal);
        reasons[reason] = score;
    }

    // A JavaScript test may test TypeScript; a Python test does not.
    private static string? Family(string? language) => language is "tsx" or "javascript" ? "typescript" : language;

    private static int SharedFolders(RepoPath a, RepoPath b) =>
        a.Parent.Value.Split('/').Zip(b.Parent.Value.Split('/')).TakeWhile(p => p.First == p.Second).Count();
}
