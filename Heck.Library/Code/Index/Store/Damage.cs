using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Heck.Code.Index.Store;

/// <summary>What says that an index is damaged: SQLite itself, contents that no writer of ours made, or tables that contradict each other.</summary>
internal static class Damage
{
    public static bool Is(SqliteException fault) =>
        fault.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH;

    /// <summary>Throws what a call's result says, unless that is good.</summary>
    public static unsafe void Check(int result, nint db)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteException($"SQLite Error {result}: '{Marshal.PtrToStringUTF8((nint)SqliteCalls.ErrorMessage(db))}'.", result);
    }

    /// <summary>The same for what our own codecs find, so that every damage is one kind of exception.</summary>
    public static SqliteException Found(string what) => new($"The index is damaged: {what}.", raw.SQLITE_CORRUPT);
}
