using System.Security.Cryptography;
using System.Text;

namespace Heck.Code.Index.Store;

/// <summary>The tables. An index whose tables were made by another text than <see cref="Create"/> is built anew, never converted.</summary>
internal static class IndexSchema
{
    /// <summary>
    /// References are one blob a file (see <see cref="OccurrenceCodec"/>): a row each would cost more time and space than the parsing.
    /// Their enclosing symbol follows from the symbols' ranges. Signatures and documentation, a third of it all, are packed file by file
    /// (see <see cref="TextCodec"/>). <c>words</c> keeps no content: snippets are read from the files.
    /// In <c>words</c> a word stands as it is and the parts of a compound one with '~' before them.
    /// </summary>
    public const string Create = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE files(
          id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
          size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL, recorded_ns INTEGER NOT NULL,
          hash BLOB, language TEXT, package TEXT, parse_errors INTEGER NOT NULL, symbol_count INTEGER NOT NULL, reference_count INTEGER NOT NULL, skip_reason TEXT,
          imports_resolved INTEGER NOT NULL);
        CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE symbols(
          file INTEGER NOT NULL, ord INTEGER NOT NULL, name INTEGER NOT NULL, kind INTEGER NOT NULL, parent INTEGER NOT NULL, exported INTEGER NOT NULL,
          name_start INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
          line INTEGER NOT NULL, column INTEGER NOT NULL, end_line INTEGER NOT NULL, owner INTEGER,
          PRIMARY KEY(file, ord)) WITHOUT ROWID;
        CREATE INDEX symbols_by_name ON symbols(name);
        CREATE TABLE symbol_texts(file INTEGER PRIMARY KEY, texts BLOB NOT NULL);
        CREATE TABLE occurrences(file INTEGER PRIMARY KEY, names BLOB NOT NULL, places BLOB NOT NULL);
        CREATE TABLE imports(
          file INTEGER NOT NULL, ord INTEGER NOT NULL, specifier TEXT NOT NULL, start INTEGER NOT NULL, line INTEGER NOT NULL, kind INTEGER NOT NULL, names TEXT,
          PRIMARY KEY(file, ord)) WITHOUT ROWID;
        CREATE TABLE import_targets(
          file INTEGER NOT NULL, ord INTEGER NOT NULL, target INTEGER NOT NULL,
          PRIMARY KEY(file, ord, target)) WITHOUT ROWID;
        CREATE INDEX importers ON import_targets(target, file);
        CREATE VIRTUAL TABLE words USING fts5(body, content='', contentless_delete=1, tokenize="ascii tokenchars '_$~'");
        """;

    /// <summary>A checksum of <see cref="Create"/>, kept in the database's <c>user_version</c>.</summary>
    public static int Version { get; } = (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Create))) & int.MaxValue);

    public const string DropAll = """
        DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS import_targets; DROP TABLE IF EXISTS imports; DROP TABLE IF EXISTS occurrences; DROP TABLE IF EXISTS symbol_texts;
        DROP TABLE IF EXISTS symbols; DROP TABLE IF EXISTS names; DROP TABLE IF EXISTS files; DROP TABLE IF EXISTS meta;
        """;
}
