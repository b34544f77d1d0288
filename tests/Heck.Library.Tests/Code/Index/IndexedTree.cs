using Heck.Code.Index.Building;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Code.Index.Verification;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Code.Index;

/// <summary>A folder of files in <see cref="TinyLanguage"/> with its index.</summary>
internal sealed class IndexedTree : IDisposable
{
    public IndexedTree() => Layout = RepositoryLayout.Locate(Directory.CreateTempSubdirectory("heck-index-").FullName, "/");

    public RepositoryLayout Layout { get; }

    public IndexDatabase Database => field ??= IndexDatabase.Open(Layout.IndexFile);

    public IndexReader Reader => new(Database);

    public IndexedTree With(string path, string content)
    {
        var full = Path.Combine(Layout.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public IndexSummary Build(bool full = false) => Build(Database, full);

    public IndexSummary Build(IndexDatabase database, bool full = false, CancellationToken ct = default) =>
        new IndexBuilder(Layout, database, TimeProvider.System) { LanguageOf = TinyLanguage.Of }.Build(full, ct);

    /// <summary>What differs between the index and one made from nothing.</summary>
    public string[] Differences()
    {
        using var fresh = IndexDatabase.InMemory();
        Build(fresh);
        return [.. IndexDigest.Of(Database).Differences(IndexDigest.Of(fresh)).Select(p => p.Value)];
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Layout.Root, recursive: true);
    }
}
