using Heck.Code.Index.Building;
using Heck.Code.Index.Exporting;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Code.Index.Testing;
using Heck.Code.Index.Verification;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;
using Microsoft.Data.Sqlite;

namespace Heck.Code.Index;

/// <summary>An index that has just been brought up to its tree, ready to be asked.</summary>
internal sealed class CodeIndex : IDisposable
{
    private readonly IndexDatabase _database;

    private CodeIndex(RepositoryLayout layout, IndexDatabase database, IndexSummary summary)
    {
        (_database, Summary) = (database, summary);
        Reader = new IndexReader(database);
        Layout = layout;
    }

    public RepositoryLayout Layout { get; }

    public IndexReader Reader { get; }

    /// <summary>What was done to bring it up.</summary>
    public IndexSummary Summary { get; }

    /// <summary>Why the index had to be built from nothing although there was one; null when it had not.</summary>
    public string? Warning => _database.Warning;

    /// <summary>Opens the index and brings it up to the tree; damage leads to a new one.</summary>
    public static CodeIndex Refresh(RepositoryLayout layout, TimeProvider clock, IProgress<ProgressUpdate> progress, bool full, CancellationToken ct)
    {
        StateFolder.Ensure(layout);
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
                var summary = new IndexBuilder(layout, database, clock, progress).Build(full, ct);
                IndexNote.Write(layout, summary, clock.GetUtcNow());
                built = true;
                return new CodeIndex(layout, database, summary);
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

    public IReadOnlyList<TestLink> Tests() => TestMap.Of(_database);

    public void ExportMap(Stream to) => MapExport.Write(_database, to);

    /// <summary>Derives everything again from the files, in memory, and compares: the files of which the index says something else.</summary>
    public IReadOnlyList<RepoPath> Verify(TimeProvider clock, CancellationToken ct)
    {
        using var fresh = IndexDatabase.InMemory();
        new IndexBuilder(Layout, fresh, clock).Build(full: false, ct);
        return IndexDigest.Of(_database).Differences(IndexDigest.Of(fresh));
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

    public void Dispose() => _database.Dispose();
}
