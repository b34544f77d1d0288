using System.Buffers;
using System.Text;
using Heck.Contracts;
using SQLitePCL;

namespace Heck.Code.Index.Store;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as SQLite counts them. Not thread-safe.</summary>
internal sealed unsafe class Statement : IDisposable
{
    private readonly nint _db;
    private nint _handle;

    public Statement(nint db, string sql)
    {
        _db = db;
        var utf8 = Encoding.UTF8.GetBytes(sql);
        fixed (byte* text = utf8) Check(SqliteCalls.Prepare(db, text, utf8.Length, raw.SQLITE_PREPARE_PERSISTENT, out _handle, 0));
    }

    public Statement Bind(int at, long value)
    {
        Check(SqliteCalls.Bind(_handle, at, value));
        return this;
    }

    public Statement Bind(int at, long? value) => value is { } number ? Bind(at, number) : BindNull(at);

    public Statement Bind(int at, string? value)
    {
        if (value is null) return BindNull(at);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        BindText(at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return this;
    }

    // A null pointer would bind NULL, and that of an empty span is one.
    public Statement BindText(int at, ReadOnlySpan<byte> utf8)
    {
        byte nothing;
        fixed (byte* bytes = utf8) Check(SqliteCalls.BindText(_handle, at, bytes == null ? &nothing : bytes, utf8.Length, SqliteCalls.Transient));
        return this;
    }

    public Statement BindBlob(int at, ReadOnlySpan<byte> bytes)
    {
        byte nothing;
        fixed (byte* start = bytes) Check(SqliteCalls.BindBlob(_handle, at, start == null ? &nothing : start, bytes.Length, SqliteCalls.Transient));
        return this;
    }

    /// <summary>Goes to the next row; false at the end, when the statement is ready to be bound again.</summary>
    public bool Step()
    {
        var result = SqliteCalls.Step(_handle);
        if (result == raw.SQLITE_ROW) return true;
        Reset();
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    /// <summary>Executes a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>The first column of the only row, or null when there is none.</summary>
    public long? Number()
    {
        if (!Step()) return null;
        var value = Int(0);
        Reset();
        return value;
    }

    public void Reset() => _ = SqliteCalls.Reset(_handle);

    public bool IsNull(int column) => SqliteCalls.ColumnType(_handle, column) == raw.SQLITE_NULL;

    public long Int(int column) => SqliteCalls.ColumnNumber(_handle, column);

    public double Real(int column) => SqliteCalls.ColumnReal(_handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public RepoPath Path(int column) => RepoPath.TryParse(Text(column), out var path) ? path : throw Damage.Found("a path is none");

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        // In this order: asking for the bytes may change their number.
        var start = SqliteCalls.ColumnBytes(_handle, column);
        return new ReadOnlySpan<byte>(start, SqliteCalls.ColumnLength(_handle, column));
    }

    public void Dispose()
    {
        _ = SqliteCalls.Finish(_handle);
        _handle = 0;
    }

    private Statement BindNull(int at)
    {
        Check(SqliteCalls.BindNull(_handle, at));
        return this;
    }

    private void Check(int result) => Damage.Check(result, _db);
}
