using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Heck.Code.Index.Store;

/// <summary>What says that an index is damaged: SQLite itself, contents that no writer of ours made, or tables that contradict each other.</summary>
internal static class Damage
{
    public static bool Is(SqliteException fault) =>
        fault.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH;

    /// <summary>The same for what our own codecs find, so that every damage is one kind of exception.</summary>
    public static SqliteException Found(string what) => new($"The index is damaged: {what}.", raw.SQLITE_CORRUPT);
}
