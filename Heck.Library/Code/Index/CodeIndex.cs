using Heck.Code.Index.Building;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Contracts;
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
        var database = IndexDatabase.Open(layout.IndexFile);
        try
        {
            return new CodeIndex(layout, database, Build(database));
        }
        catch (SqliteException damage) when (IndexDatabase.IsDamage(damage))
        {
            database.Dispose();
            database = IndexDatabase.Renew(layout.IndexFile, damage);
            return new CodeIndex(layout, database, Build(database));
        }
        catch (SqliteException fault)
        {
            database.Dispose();
            throw IndexDatabase.Broken(layout.IndexFile, fault);
        }

        IndexSummary Build(IndexDatabase into) => new IndexBuilder(layout, into, clock, progress).Build(full, ct);
    }

    public IndexedWorkspace Workspace() => new(Layout, Reader);

    public void Dispose() => _database.Dispose();
}
