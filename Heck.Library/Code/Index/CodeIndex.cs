using Heck.Code.Index.Building;
using Heck.Code.Index.Exporting;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Code.Index.Testing;
using Heck.Code.Index.Verification;
using Heck.Contracts;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;
using Microsoft.Data.Sqlite;

namespace Heck.Code.Index;

/// <summary>An index that has just been brought up to its tree, ready to be asked.</summary>
internal sealed class CodeIndex : IDisposable
{
    private IndexDatabase? _database;

    private CodeIndex(RepositoryLayout layout, IndexSummary summary, string tree, IndexDatabase? database = null)
    {
        (_database, Layout, Summary, TreeHash) = (database, layout, summary, tree);
        Warning = database?.Warning;
    }

    public RepositoryLayout Layout { get; }

    public IndexReader Reader => field ??= new IndexReader(Database);

    /// <summary>What was done to bring it up.</summary>
    public IndexSummary Summary { get; }

    /// <summary>One hash over all paths and contents: equal trees have equal ones.</summary>
    public string TreeHash { get; }

    /// <summary>Nothing had changed, and nothing was written.</summary>
    public bool WasSealed { get; private init; }

    /// <summary>Why the index had to be built from nothing although there was one; null when it had not.</summary>
    public string? Warning { get; }

    // Under a seal opened only when it is asked. A database that the seal does not speak of must not answer for it.
    private IndexDatabase Database
    {
        get
        {
            _database ??= IndexDatabase.Open(Layout.IndexFile);
            return Warning == _database.Warning ? _database : throw Damage.Found("it was exchanged");
        }
    }

    /// <summary>Opens the index and brings it up to the tree; damage leads to a new one.</summary>
    public static CodeIndex Refresh(RepositoryLayout layout, TimeProvider clock, IProgress<ProgressUpdate> progress, bool full, CancellationToken ct)
    {
        StateFolder.Ensure(layout);
        var settings = ConfigFile.Load(layout).Index;
        var stages = new StageClock(clock);
        var walk = stages.Time("walk", () => RepositoryWalker.Walk(layout, ct));
        if (!full && stages.Time("compare", () => IndexSeal.Read(layout, settings, walk)) is { } seal)
        {
            IndexNote.Write(layout, seal.Summary, clock.GetUtcNow());
            return new CodeIndex(layout, seal.Summary with { StagesMs = stages.ElapsedMs }, seal.Tree) { WasSealed = true };
        }

        try
        {
            return Build(IndexDatabase.Open(layout.IndexFile));
        }
        catch (SqliteException damage) when (Damage.Is(damage))
        {
            return Build(IndexDatabase.Renew(layout.IndexFile));
        }
        catch (SqliteException fault)
        {
            throw IndexDatabase.Broken(layout.IndexFile, fault);
        }

        CodeIndex Build(IndexDatabase database)
        {
            var built = false;
            try
            {
                var summary = new IndexBuilder(layout, database, clock, progress) { Stages = stages }.Build(walk, full, ct);
                var tree = new IndexReader(database).TreeHash().ToString();
                IndexNote.Write(layout, summary, clock.GetUtcNow());
                if (summary.IsSettled)
                {
                    database.Checkpoint();
                    new IndexSeal(summary, tree).Write(layout, settings, walk);
                }

                built = true;
                return new CodeIndex(layout, summary, tree, database);
            }
            finally
            {
                if (!built) database.Dispose();
            }
        }
    }

    /// <summary>What <see cref="Refresh"/> would do. Creates nothing.</summary>
    public static IndexSummary Preview(RepositoryLayout layout, TimeProvider clock, bool full, CancellationToken ct)
    {
        using var database = File.Exists(layout.IndexFile) ? IndexDatabase.Open(layout.IndexFile) : IndexDatabase.InMemory();
        return new IndexBuilder(layout, database, clock).Preview(full, ct);
    }

    public IndexedWorkspace Workspace() => new(Layout, Reader);

    public IReadOnlyList<TestLink> Tests() => TestMap.Of(Database);

    public void ExportMap(Stream to) => MapExport.Write(Database, to);

    /// <summary>Derives everything again from the files, in memory, and compares: the files of which the index says something else.</summary>
    public IReadOnlyList<RepoPath> Verify(TimeProvider clock, CancellationToken ct)
    {
        using var fresh = IndexDatabase.InMemory();
        new IndexBuilder(Layout, fresh, clock).Build(full: false, ct);
        return IndexDigest.Of(Database).Differences(IndexDigest.Of(fresh));
    }

    /// <summary>Whether the index on disk says something else than its files, or cannot be read to its end. Costs as much as a new one.</summary>
    public static bool IsDamaged(RepositoryLayout layout, TimeProvider clock, CancellationToken ct)
    {
        using var fresh = IndexDatabase.InMemory();
        new IndexBuilder(layout, fresh, clock).Build(full: false, ct);
        var truth = IndexDigest.Of(fresh);
        try
        {
            using var stored = IndexDatabase.Open(layout.IndexFile);
            return IndexDigest.Of(stored).Differences(truth).Count > 0;
        }
        // The digest could be taken of the same facts a moment ago.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return true;
        }
    }

    public void Dispose() => _database?.Dispose();
}
