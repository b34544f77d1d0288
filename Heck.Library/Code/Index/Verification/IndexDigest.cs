using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Contracts;

namespace Heck.Code.Index.Verification;

/// <summary>
/// What an index says of each file, as one number: everything but the ids and stamps, which depend on the way to it. Two indexes of one tree
/// have equal digests.
/// </summary>
internal sealed class IndexDigest
{
    private readonly SortedDictionary<RepoPath, UInt128> _files = [];

    private IndexDigest()
    {
    }

    public static IndexDigest Of(IndexDatabase database)
    {
        var digest = new IndexDigest();
        digest.AddFiles(database);
        digest.AddSymbols(new IndexReader(database));
        digest.AddUses(database);
        digest.AddImports(new IndexReader(database));
        digest.AddWords(database);
        return digest;
    }

    /// <summary>Files of which the two say different things, ordered by path.</summary>
    public IReadOnlyList<RepoPath> Differences(IndexDigest other) =>
        [.. _files.Keys.Union(other._files.Keys).Where(p => _files.GetValueOrDefault(p) != other._files.GetValueOrDefault(p)).Order()];

    // A sum, so that the order in which facts are read does not matter.
    private void Add(RepoPath path, string fact)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(fact), digest);
        _files[path] = unchecked(_files.GetValueOrDefault(path) + BinaryPrimitives.ReadUInt128LittleEndian(digest));
    }

    private void AddFiles(IndexDatabase database)
    {
        var query = database["SELECT path, hex(hash), language, package, parse_errors, symbol_count, reference_count, skip_reason FROM files"];
        while (query.Step())
        {
            Add(query.Path(0), $"file {query.Text(1)} {query.TextOrNull(2)} {query.TextOrNull(3)} {query.Int(4)} {query.Int(5)} {query.Int(6)} {query.TextOrNull(7)}");
        }
    }

    private void AddSymbols(IndexReader reader)
    {
        foreach (var symbol in reader.Symbols("", q => q)) Add(symbol.Path, $"{symbol with { FileId = 0 }} {reader.TextsOf(symbol)}");
    }

    private void AddUses(IndexDatabase database)
    {
        var names = new Dictionary<long, string>();
        for (var query = database["SELECT id, name FROM names"]; query.Step();) names[query.Int(0)] = query.Text(1);
        for (var query = database["SELECT f.path, o.names, o.places FROM occurrences o JOIN files f ON f.id = o.file"]; query.Step();)
        {
            var path = query.Path(0);
            var ids = query.Bytes(1).ToArray();
            foreach (var uses in OccurrenceCodec.DecodeAll(query.Bytes(2)).GroupBy(u => u.Name))
            {
                Add(path, $"uses {names[NameCodec.At(ids, uses.Key)]} {string.Join(' ', uses.Select(u => $"{u.Start}:{u.Role}"))}");
            }
        }
    }

    private void AddImports(IndexReader reader)
    {
        foreach (var import in reader.Imports())
        {
            Add(import.Path, $"import {import.Specifier} {import.Line} {import.Kind} {ImportedNames.Pack(import.Names)} {string.Join(' ', import.Targets)}");
        }
    }

    private void AddWords(IndexDatabase database)
    {
        database.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab(main, words, instance)");
        using var query = database.Prepare("SELECT f.path, w.term, count(*) FROM temp.word_places w JOIN files f ON f.id = w.doc GROUP BY w.term, w.doc");
        while (query.Step()) Add(query.Path(0), $"word {query.Text(1)} {query.Int(2)}");
    }
}
