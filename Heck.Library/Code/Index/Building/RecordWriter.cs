using System.Runtime.InteropServices;
using Heck.Code.Index.Store;
using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Code.Index.Building;

/// <summary>Puts records into the tables. The caller holds the transaction. Not thread-safe.</summary>
internal sealed class RecordWriter(IndexDatabase database)
{
    private static readonly string[] TablesByFile = ["symbols", "symbol_texts", "occurrences", "imports", "import_targets"];

    private readonly Dictionary<string, long> _names = [];
    private readonly List<byte> _nameIds = [];

    public void Write(FileRecord record)
    {
        if (record.Outcome == FileOutcome.SameContent) Touch(record);
        else Replace(record);
    }

    public void Remove(RepoPath path)
    {
        if (FileId(path) is not { } id) return;
        RemoveFacts(id);
        database["DELETE FROM import_targets WHERE target = ?"].Bind(1, id).Run();
        database["DELETE FROM files WHERE id = ?"].Bind(1, id).Run();
    }

    /// <summary>Keeps the facts and takes over the new stamp.</summary>
    private void Touch(FileRecord record)
    {
        var update = database["UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, recorded_ns = ? WHERE path = ?"];
        BindStamp(update, 1, record.Stamp, record.RecordedNs);
        update.Bind(6, record.Path.Value).Run();
    }

    private void Replace(FileRecord record)
    {
        var known = FileId(record.Path);
        if (known is { } old) RemoveFacts(old);
        var id = WriteFile(record, known);
        if (record.Words.Count > 0) database["INSERT INTO words(rowid, body) VALUES(?, ?)"].Bind(1, id).BindText(2, CollectionsMarshal.AsSpan(record.Words)).Run();
        if (record.Language is null) return;
        WriteNames(record.Facts.Names);
        WriteSymbols(id, record);
        WriteOccurrences(id, record);
        WriteImports(id, record);
    }

    private long? FileId(RepoPath path) => database["SELECT id FROM files WHERE path = ?"].Bind(1, path.Value).Number();

    private void RemoveFacts(long id)
    {
        foreach (var table in TablesByFile) database[$"DELETE FROM {table} WHERE file = ?"].Bind(1, id).Run();
        database["DELETE FROM words WHERE rowid = ?"].Bind(1, id).Run();
    }

    // No REPLACE: such a statement opens a savepoint, at which FTS5 flushes what it has gathered, file after file, at thrice the cost.
    private long WriteFile(FileRecord record, long? known)
    {
        const string Columns = "size, mtime_ns, ctime_ns, inode, recorded_ns, path, hash, language, package, parse_errors, symbol_count, reference_count, skip_reason, imports_resolved";
        const string Values = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0";
        var write = database[known is null ? $"INSERT INTO files({Columns}) VALUES({Values})" : $"UPDATE files SET ({Columns}) = ({Values}) WHERE id = ?"];
        BindStamp(write, 1, record.Stamp, record.Outcome == FileOutcome.Unreadable ? 0 : record.RecordedNs);
        write.Bind(6, record.Path.Value);
        Span<byte> hash = stackalloc byte[ContentHash.Size];
        record.Hash.CopyTo(hash);
        write.BindBlob(7, hash).Bind(8, record.Language).Bind(9, record.Facts.Package)
            .Bind(10, record.Facts.ParseErrors).Bind(11, record.Facts.Symbols.Count).Bind(12, record.Facts.References.Count).Bind(13, record.SkipReason);
        if (known is { } id) write.Bind(14, id);
        write.Run();
        return known ?? database.InsertedId()!.Value;
    }

    private static void BindStamp(Statement statement, int at, FileStamp stamp, long recordedNs) => statement
        .Bind(at, stamp.Size).Bind(at + 1, stamp.MtimeNs).Bind(at + 2, stamp.CtimeNs).Bind(at + 3, (long)stamp.Inode).Bind(at + 4, recordedNs);

    /// <summary>Leaves the ids of the file's names in <see cref="_nameIds"/>, four bytes each, in the order of the file.</summary>
    private void WriteNames(List<string> names)
    {
        _nameIds.Clear();
        foreach (var name in names) NameCodec.Add(_nameIds, NameId(name));
    }

    private long NameId(string name)
    {
        if (_names.TryGetValue(name, out var id)) return id;
        database["INSERT OR IGNORE INTO names(name) VALUES(?)"].Bind(1, name).Run();
        id = database.InsertedId() ?? database["SELECT id FROM names WHERE name = ?"].Bind(1, name).Number()!.Value;
        return _names[name] = id;
    }

    private void WriteSymbols(long file, FileRecord record)
    {
        var insert = database["INSERT INTO symbols VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"];
        for (var i = 0; i < record.Facts.Symbols.Count; i++)
        {
            var symbol = record.Facts.Symbols[i];
            var (line, column, endLine) = record.SymbolPlaces[i];
            insert.Bind(1, file).Bind(2, i).Bind(3, NameCodec.At(CollectionsMarshal.AsSpan(_nameIds), symbol.Name)).Bind(4, (long)symbol.Kind)
                .Bind(5, symbol.Parent).Bind(6, symbol.Exported ? 1 : 0).Bind(7, symbol.NameStart).Bind(8, symbol.Start).Bind(9, symbol.End)
                .Bind(10, line).Bind(11, column).Bind(12, endLine)
                .Bind(13, symbol.Owner < 0 ? null : NameCodec.At(CollectionsMarshal.AsSpan(_nameIds), symbol.Owner)).Run();
        }

        if (record.SymbolTexts.Count > 0) database["INSERT INTO symbol_texts VALUES(?, ?)"].Bind(1, file).BindBlob(2, CollectionsMarshal.AsSpan(record.SymbolTexts)).Run();
    }

    private void WriteOccurrences(long file, FileRecord record) => database["INSERT INTO occurrences VALUES(?, ?, ?)"]
        .Bind(1, file).BindBlob(2, CollectionsMarshal.AsSpan(_nameIds)).BindBlob(3, CollectionsMarshal.AsSpan(record.Occurrences)).Run();

    private void WriteImports(long file, FileRecord record)
    {
        var insert = database["INSERT INTO imports VALUES(?, ?, ?, ?, ?, ?, ?)"];
        for (var i = 0; i < record.Facts.Imports.Count; i++)
        {
            var import = record.Facts.Imports[i];
            insert.Bind(1, file).Bind(2, i).Bind(3, import.Specifier).Bind(4, import.Start).Bind(5, record.ImportLines[i]).Bind(6, (long)import.Kind)
                .Bind(7, ImportedNames.Pack(import.Names)).Run();
        }
    }
}
