using System.Security.Cryptography;
using Heck.Code.Index.Store;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Index.Querying;

/// <summary>Questions to an index. Answers are ordered, so that equal trees give equal answers. Not thread-safe.</summary>
internal sealed class IndexReader(IndexDatabase database)
{
    private const string SymbolColumns =
        "f.path, s.ord, n.name, s.kind, s.parent, s.exported, s.name_start, s.start, s.end, s.line, s.column, s.end_line, s.file, o.name";

    private const string FileColumns = "id, path, language, size, symbol_count, parse_errors, skip_reason";

    /// <summary>Texts are packed by file, and who asks for one symbol's often asks for its neighbours'.</summary>
    private (long File, IReadOnlyList<SymbolTexts> Texts) _texts = (-1, []);

    public FileRow? File(RepoPath path) => Files($"SELECT {FileColumns} FROM files WHERE path = ?", q => q.Bind(1, path.Value)).FirstOrDefault();

    public IReadOnlyList<FileRow> Files() => Files($"SELECT {FileColumns} FROM files", q => q);

    /// <summary>One hash over all paths and contents: equal trees have equal ones.</summary>
    public ContentHash TreeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var query = database["SELECT path, hash FROM files ORDER BY path"]; query.Step();)
        {
            hash.AppendData(query.Bytes(0));
            hash.AppendData([0]);
            hash.AppendData(query.Bytes(1));
        }

        return ContentHash.FromBytes(hash.GetHashAndReset());
    }

    public IReadOnlyList<SymbolRow> SymbolsOf(RepoPath path) => Symbols("WHERE f.path = ? ORDER BY s.ord", q => q.Bind(1, path.Value));

    public IReadOnlyList<SymbolRow> SymbolsNamed(string name) => Symbols("WHERE n.name = ? ORDER BY f.path, s.ord", q => q.Bind(1, name));

    /// <summary>The head of a declaration on one line, and its documentation; null where there is none.</summary>
    public SymbolTexts TextsOf(SymbolRow symbol)
    {
        if (_texts.File != symbol.FileId) _texts = (symbol.FileId, LoadTexts(symbol.FileId));
        return symbol.Ord < _texts.Texts.Count ? _texts.Texts[symbol.Ord] : throw Damage.Found("a symbol has no texts");
    }

    /// <summary>The names from the outermost symbol to this one, joined by dots.</summary>
    public string QualifiedName(SymbolRow symbol)
    {
        var outer = symbol.Parent < 0 ? symbol.Owner : QualifiedName(ParentOf(symbol));
        return outer is null ? symbol.Name : outer + "." + symbol.Name;
    }

    /// <summary>The name of the symbol around it, wherever that stands.</summary>
    public string? ParentNameOf(SymbolRow symbol) => symbol.Parent < 0 ? symbol.Owner : ParentOf(symbol).Name;

    public SymbolRow ParentOf(SymbolRow symbol) => symbol.Parent < symbol.Ord ? SymbolAt(symbol.Path, symbol.Parent) : throw Damage.Found("a symbol is its own parent");

    private SymbolRow SymbolAt(RepoPath path, int ord) =>
        Symbols("WHERE f.path = ? AND s.ord = ?", q => q.Bind(1, path.Value).Bind(2, ord)) is [var only] ? only : throw Damage.Found("a symbol's parent is not there");

    /// <summary>Uses of a name in code, declarations not among them.</summary>
    public IReadOnlyList<NameUses> UsesOf(string name)
    {
        if (NameId(name) is not { } id) return [];
        var uses = new List<NameUses>();
        foreach (var path in FilesWithWord(name))
        {
            var query = database["SELECT o.names, o.places FROM occurrences o JOIN files f ON f.id = o.file WHERE f.path = ?"].Bind(1, path.Value);
            if (!query.Step()) continue;
            var number = NameCodec.IndexOf(query.Bytes(0), id);
            if (number >= 0 && OccurrenceCodec.Decode(query.Bytes(1), number) is { Count: > 0 } found) uses.Add(new NameUses(path, found));
            query.Reset();
        }

        return uses;
    }

    /// <summary>All uses in one file, by place, with their names.</summary>
    public IReadOnlyList<(string Name, Occurrence Use)> UsesIn(RepoPath path)
    {
        var query = database["SELECT o.names, o.places FROM occurrences o JOIN files f ON f.id = o.file WHERE f.path = ?"].Bind(1, path.Value);
        if (!query.Step()) return [];
        var names = query.Bytes(0).ToArray();
        var uses = OccurrenceCodec.DecodeAll(query.Bytes(1));
        query.Reset();
        return [.. uses.OrderBy(u => u.Start).Select(u => (NameOf(NameCodec.At(names, u.Name)), u))];
    }

    /// <summary>Files of any kind that hold the word, by path. Letter case of ASCII is ignored, so there may be too many.</summary>
    public IReadOnlyList<RepoPath> FilesWithWord(string word) => FullTextQuery.AllOf(FullTextQuery.Words(word)) is { } query
        ? Paths("SELECT f.path FROM words w JOIN files f ON f.id = w.rowid WHERE words MATCH ?", q => q.Bind(1, query))
        : Paths("SELECT path FROM files", q => q);

    /// <summary>Every name that occurs in code, declared here or not.</summary>
    public IReadOnlyList<string> AllNames()
    {
        var names = new List<string>();
        for (var query = database["SELECT name FROM names"]; query.Step();) names.Add(query.Text(0));
        return names;
    }

    /// <summary>Hand-written files by how well their words answer a full-text query, best first; scores are BM25's, made positive.</summary>
    public IReadOnlyList<(RepoPath Path, double Score)> RankedByWords(string match, int limit)
    {
        var ranked = new List<(RepoPath, double)>();
        var query = database["SELECT f.path, w.rank FROM words w JOIN files f ON f.id = w.rowid WHERE words MATCH ? AND f.skip_reason IS NULL ORDER BY w.rank, f.path LIMIT ?"];
        for (query.Bind(1, match).Bind(2, limit); query.Step();) ranked.Add((query.Path(0), -query.Real(1)));
        return ranked;
    }

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => Paths(
        "SELECT DISTINCT i.path FROM import_targets t JOIN files f ON f.id = t.target JOIN files i ON i.id = t.file WHERE f.path = ?", q => q.Bind(1, path.Value));

    /// <summary>Files that pass on what a file exports.</summary>
    public IReadOnlyList<RepoPath> ReExportersOf(RepoPath path) => Paths(
        "SELECT DISTINCT i.path FROM import_targets t JOIN files f ON f.id = t.target JOIN files i ON i.id = t.file JOIN imports m ON m.file = t.file AND m.ord = t.ord WHERE f.path = ? AND m.kind = ?",
        q => q.Bind(1, path.Value).Bind(2, (long)ImportKind.ReExport));

    public IReadOnlyList<ImportRow> ImportsOf(RepoPath path) => Imports("WHERE f.path = ? ORDER BY i.ord", q => q.Bind(1, path.Value));

    public IReadOnlyList<ImportRow> Imports() => Imports("ORDER BY f.path, i.ord", q => q);

    public IReadOnlyDictionary<RepoPath, string> Packages()
    {
        var packages = new Dictionary<RepoPath, string>();
        using var query = database.Prepare("SELECT path, package FROM files WHERE package IS NOT NULL");
        while (query.Step()) packages[query.Path(0)] = query.Text(1);
        return packages;
    }

    public IReadOnlyList<SymbolRow> Symbols(string condition, Func<Statement, Statement> bind)
    {
        var symbols = new List<SymbolRow>();
        using var query = database.Prepare($"SELECT {SymbolColumns} FROM symbols s JOIN files f ON f.id = s.file JOIN names n ON n.id = s.name LEFT JOIN names o ON o.id = s.owner {condition}");
        for (bind(query); query.Step();)
        {
            symbols.Add(new SymbolRow(
                query.Path(0), (int)query.Int(1), query.Text(2), Kind(query.Int(3)), (int)query.Int(4), query.Int(5) != 0, (int)query.Int(6),
                (int)query.Int(7), (int)query.Int(8), (int)query.Int(9), (int)query.Int(10), (int)query.Int(11), query.Int(12), query.TextOrNull(13)));
        }

        return symbols;
    }

    private IReadOnlyList<SymbolTexts> LoadTexts(long file)
    {
        var query = database["SELECT texts FROM symbol_texts WHERE file = ?"].Bind(1, file);
        if (!query.Step()) throw Damage.Found("a file's symbols have no texts");
        var texts = TextCodec.Decode(query.Bytes(0));
        query.Reset();
        return texts;
    }

    private static SymbolKind Kind(long number) => Enum.IsDefined((SymbolKind)number) ? (SymbolKind)number : throw Damage.Found("a kind is none");

    private List<ImportRow> Imports(string condition, Func<Statement, Statement> bind)
    {
        var imports = new List<ImportRow>();
        using var query = database.Prepare($"SELECT f.path, i.specifier, i.line, i.kind, i.names, i.file, i.ord FROM imports i JOIN files f ON f.id = i.file {condition}");
        for (bind(query); query.Step();)
        {
            var (file, ord) = (query.Int(5), query.Int(6));
            var targets = Paths("SELECT f.path FROM import_targets t JOIN files f ON f.id = t.target WHERE t.file = ? AND t.ord = ?", q => q.Bind(1, file).Bind(2, ord));
            imports.Add(new ImportRow(
                query.Path(0), query.Text(1), (int)query.Int(2), (ImportKind)query.Int(3), ImportedNames.Unpack(query.TextOrNull(4)), targets));
        }

        return imports;
    }

    private List<FileRow> Files(string sql, Func<Statement, Statement> bind)
    {
        var files = new List<FileRow>();
        using var query = database.Prepare(sql);
        for (bind(query); query.Step();)
        {
            files.Add(new FileRow(
                query.Int(0), query.Path(1), query.TextOrNull(2), query.Int(3), (int)query.Int(4), (int)query.Int(5), query.TextOrNull(6)));
        }

        files.Sort((a, b) => a.Path.CompareTo(b.Path));
        return files;
    }

    private List<RepoPath> Paths(string sql, Func<Statement, Statement> bind)
    {
        var paths = new List<RepoPath>();
        for (var query = bind(database[sql]); query.Step();) paths.Add(query.Path(0));
        paths.Sort();
        return paths;
    }

    private long? NameId(string name) => database["SELECT id FROM names WHERE name = ?"].Bind(1, name).Number();

    private string NameOf(long id)
    {
        var query = database["SELECT name FROM names WHERE id = ?"].Bind(1, id);
        if (!query.Step()) throw Damage.Found("a name is not there");
        var name = query.Text(0);
        query.Reset();
        return name;
    }
}
