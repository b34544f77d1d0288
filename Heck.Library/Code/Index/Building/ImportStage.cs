using System.Security.Cryptography;
using System.Text;
using Heck.Code.Index.Store;
using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index.Building;

/// <summary>
/// Finds the files that imports name. What an import means depends on its text and on three things outside its file: which files there are, what
/// packages they declare, and the manifests that the resolver read. As long as those are the same, only files with new content are resolved.
/// </summary>
internal sealed class ImportStage(IndexDatabase database, RepositoryLayout layout, Func<RepoPath, ILanguage?> languageOf)
{
    private const string SurroundingsKey = "import_surroundings";
    private const string ManifestsKey = "import_manifests";

    private readonly Dictionary<string, IImportResolver> _resolvers = [];
    private readonly Dictionary<RepoPath, long> _ids = [];

    public void Run(IReadOnlyList<RepoPath> paths, CancellationToken ct)
    {
        var packages = LoadPackages();
        var manifests = (database.Meta(ManifestsKey) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var everything = database.Meta(SurroundingsKey) != Surroundings(paths, packages, manifests);
        var pending = LoadPending(everything);
        if (pending.Count == 0 && !everything) return;

        var files = new ProjectFiles(layout, paths, packages);
        LoadIds();
        database.Transact(() =>
        {
            foreach (var (id, path) in pending) Resolve(id, path, files, ct);
            var read = files.ReadPaths.Select(p => p.Value).Union(everything ? [] : manifests).Order(StringComparer.Ordinal).ToArray();
            database.SetMeta(ManifestsKey, string.Join('\n', read));
            database.SetMeta(SurroundingsKey, Surroundings(paths, packages, read));
        });
    }

    private void Resolve(long id, RepoPath path, ProjectFiles files, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        database["DELETE FROM import_targets WHERE file = ?"].Bind(1, id).Run();
        foreach (var (ord, import) in LoadImports(id))
        {
            foreach (var target in ResolverOf(path, files)?.Resolve(path, import) ?? [])
            {
                if (_ids.TryGetValue(target, out var targetId)) database["INSERT OR IGNORE INTO import_targets VALUES(?, ?, ?)"].Bind(1, id).Bind(2, ord).Bind(3, targetId).Run();
            }
        }

        database["UPDATE files SET imports_resolved = 1 WHERE id = ?"].Bind(1, id).Run();
    }

    private IImportResolver? ResolverOf(RepoPath path, ProjectFiles files)
    {
        if (languageOf(path) is not { } language) return null;
        if (!_resolvers.TryGetValue(language.Id, out var resolver)) _resolvers[language.Id] = resolver = language.CreateResolver(files);
        return resolver;
    }

    private List<(long Ord, ImportFact Import)> LoadImports(long file)
    {
        var imports = new List<(long, ImportFact)>();
        var query = database["SELECT ord, specifier, start, kind, names FROM imports WHERE file = ?"].Bind(1, file);
        while (query.Step())
        {
            imports.Add((query.Int(0), new ImportFact(query.Text(1), (int)query.Int(2), (ImportKind)query.Int(3), ImportedNames.Unpack(query.TextOrNull(4)))));
        }

        return imports;
    }

    private List<(long Id, RepoPath Path)> LoadPending(bool everything)
    {
        var pending = new List<(long, RepoPath)>();
        var query = database["SELECT id, path FROM files WHERE language IS NOT NULL AND (? OR NOT imports_resolved)"].Bind(1, everything ? 1 : 0);
        while (query.Step()) pending.Add((query.Int(0), query.Path(1)));
        return pending;
    }

    private void LoadIds()
    {
        var query = database["SELECT id, path FROM files"];
        while (query.Step()) _ids[query.Path(1)] = query.Int(0);
    }

    private SortedDictionary<RepoPath, string> LoadPackages()
    {
        var packages = new SortedDictionary<RepoPath, string>();
        var query = database["SELECT path, package FROM files WHERE package IS NOT NULL"];
        while (query.Step()) packages[query.Path(0)] = query.Text(1);
        return packages;
    }

    private string Surroundings(IReadOnlyList<RepoPath> paths, SortedDictionary<RepoPath, string> packages, IEnumerable<string> manifests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths) Append(path.Value);
        foreach (var (path, package) in packages) Append(path.Value + "\n" + package);
        foreach (var manifest in manifests)
        {
            Append(manifest);
            var query = database["SELECT hash FROM files WHERE path = ?"].Bind(1, manifest);
            if (query.Step()) hash.AppendData(query.Bytes(0));
            query.Reset();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
    }
}
