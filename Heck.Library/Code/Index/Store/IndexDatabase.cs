using System.Text;
using Heck.Contracts.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Heck.Code.Index.Store;

/// <summary>
/// One connection to the index. Another schema version or a damaged file is answered by an empty index and <see cref="Warning"/>:
/// everything in it can be derived again. Not thread-safe.
/// </summary>
internal sealed unsafe class IndexDatabase : IDisposable
{
    /// <summary>How long a writer waits for another one; readers never wait (WAL).</summary>
    private const int BusyTimeoutMs = 30_000;

    /// <summary>What stands at the end of the name of SQLite's log, which holds what is not in the database yet.</summary>
    public const string LogSuffix = "-wal";

    private readonly Dictionary<string, Statement> _statements = [];
    private nint _db;

    // Nobody asks how much memory SQLite uses, and counting takes a lock at every allocation. Refused, at no harm, when SQLite is already in use. Of a call
    // with any number of arguments, macOS on ARM looks for those on the stack, where the first eight are not.
    static IndexDatabase() => _ = SqliteCalls.Config(raw.SQLITE_CONFIG_MEMSTATUS, 0, 0, 0, 0, 0, 0, 0, 0);

    private IndexDatabase(nint db) => _db = db;

    /// <summary>Why the index had to be emptied when it was opened; null when it was not.</summary>
    public string? Warning { get; private set; }

    /// <summary>Opens the index file, creating it where there is none.</summary>
    /// <exception cref="HeckException"><c>index.broken</c>: it can be neither opened nor made anew.</exception>
    public static IndexDatabase Open(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return OpenFile(file);
        }
        catch (SqliteException damage) when (Damage.Is(damage))
        {
            return Renew(file);
        }
        catch (SqliteException fault)
        {
            throw Broken(file, fault);
        }
    }

    /// <summary>A private index in memory, for comparing with the one on disk.</summary>
    public static IndexDatabase InMemory() => OpenFile(":memory:");

    /// <summary>Deletes a damaged index and opens an empty one.</summary>
    public static IndexDatabase Renew(string file)
    {
        foreach (var suffix in new[] { "", LogSuffix, "-shm" }) File.Delete(file + suffix);
        try
        {
            var fresh = OpenFile(file);
            fresh.Warning = "The index was damaged and is built anew.";
            return fresh;
        }
        catch (SqliteException fault)
        {
            throw Broken(file, fault);
        }
    }

    public static HeckException Broken(string file, SqliteException fault) =>
        ErrorTable.IndexBroken.With($"The index '{file}' cannot be read or written: {fault.Message}");

    /// <summary>A statement that is prepared once and kept; the caller steps it to its end or resets it.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new Statement(_db, sql);
            return statement;
        }
    }

    /// <summary>A statement of its own, for reading while the same one may be in use further up.</summary>
    public Statement Prepare(string sql) => new(_db, sql);

    public void Execute(string sql)
    {
        fixed (byte* text = Terminated(sql)) Damage.Check(SqliteCalls.Execute(_db, text, 0, 0, 0), _db);
    }

    /// <summary>Runs <paramref name="work"/> as one transaction that takes the writer's place at its start.</summary>
    public void Transact(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        var done = false;
        try
        {
            work();
            Execute("COMMIT");
            done = true;
        }
        finally
        {
            // A failed COMMIT may have rolled back already.
            if (!done && SqliteCalls.IsOutsideTransaction(_db) == 0) Execute("ROLLBACK");
        }
    }

    /// <summary>Brings what the log holds into the database and empties it, unless another process is in the way; closing would do it anyway.</summary>
    public void Checkpoint() => Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>The row id of the last insert that inserted something; null when the last one changed nothing.</summary>
    public long? InsertedId() => SqliteCalls.Changes(_db) == 0 ? null : SqliteCalls.LastInsertId(_db);

    public string? Meta(string key)
    {
        var query = this["SELECT value FROM meta WHERE key = ?"].Bind(1, key);
        if (!query.Step()) return null;
        var value = query.Text(0);
        query.Reset();
        return value;
    }

    public void SetMeta(string key, string value) => this["REPLACE INTO meta VALUES(?, ?)"].Bind(1, key).Bind(2, value).Run();

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _ = SqliteCalls.Close(_db);
        _db = 0;
    }

    private static IndexDatabase OpenFile(string file)
    {
        int result;
        nint handle;
        fixed (byte* name = Terminated(file)) result = SqliteCalls.Open(name, out handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, 0);
        // Failed or not, what it gave is to be closed.
        var database = new IndexDatabase(handle);
        try
        {
            Damage.Check(result, handle);
            _ = SqliteCalls.BusyTimeout(handle, BusyTimeoutMs);
            database.Prepare();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// <c>synchronous=normal</c>: a killed process loses nothing; after a power cut the last batches may be missing, which the next run adds.
    /// </summary>
    private void Prepare()
    {
        Execute("PRAGMA journal_mode=wal; PRAGMA synchronous=normal; PRAGMA temp_store=memory; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000");
        if (UserVersion() == IndexSchema.Version) return;
        Transact(() =>
        {
            // Another process may have made the schema while this one waited.
            var found = UserVersion();
            if (found == IndexSchema.Version) return;
            if (found != 0) Warning = "The index was made by another version of Heck and is built anew.";
            Execute(IndexSchema.DropAll + IndexSchema.Create + $"PRAGMA user_version={IndexSchema.Version}");
        });
    }

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private long UserVersion()
    {
        using var query = Prepare("PRAGMA user_version");
        return query.Number() ?? 0;
    }
}
