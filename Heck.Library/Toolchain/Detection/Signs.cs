using System.Text;
using Heck.Contracts;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Files.Walking.Ignoring;
using Heck.Runtime.Repositories;
using Heck.Toolchain.Detection.Manifests;

namespace Heck.Toolchain.Detection;

/// <summary>The signs that a repository gives, each with the file nearest to the root that gives it.</summary>
internal sealed class Signs
{
    /// <summary>A manifest above this is none; npm's largest published ones have 100 KB.</summary>
    private const int MaxManifestBytes = 1 << 20;

    /// <summary>More manifests than this are copies or fixtures; those nearest to the root are read.</summary>
    private const int MaxManifests = 500;

    private readonly Dictionary<string, RepoPath> _facts = [];
    private readonly List<string> _warnings = [];
    private readonly List<WalkedFile> _files;

    private Signs(IEnumerable<WalkedFile> files) => _files = [.. files.OrderBy(f => f.Path.Value.Count('/')).ThenBy(f => f.Path)];

    public IReadOnlyList<string> Warnings => _warnings;

    public static Signs Of(RepositoryLayout layout, WalkResult walk, CancellationToken ct)
    {
        var signs = new Signs(walk.Files);
        var manifests = from file in signs._files
                        let manifest = Manifest.All.FirstOrDefault(m => Matches(m.Glob, file.Path))
                        where manifest is not null
                        select (file, manifest);
        foreach (var (file, manifest) in manifests.Take(MaxManifests))
        {
            ct.ThrowIfCancellationRequested();
            signs.Read(layout, file, manifest);
        }

        return signs;
    }

    /// <summary>The file that gives a sign.</summary>
    public bool TryFind(string sign, out RepoPath evidence)
    {
        if (!sign.StartsWith("file:", StringComparison.Ordinal)) return _facts.TryGetValue(sign, out evidence);
        var found = _files.FindIndex(f => Matches(sign["file:".Length..], f.Path));
        evidence = found < 0 ? default : _files[found].Path;
        return found >= 0;
    }

    private void Read(RepositoryLayout layout, WalkedFile file, Manifest manifest)
    {
        try
        {
            if (file.Stamp.Size > MaxManifestBytes) throw new ManifestException("it is too large for a manifest");
            foreach (var sign in manifest.Signs(File.ReadAllBytes(layout.FullPath(file.Path)))) _facts.TryAdd(sign, file.Path);
        }
        catch (Exception e) when (e is ManifestException or IOException or UnauthorizedAccessException)
        {
            _warnings.Add($"{file.Path} was not read: {(e is ManifestException ? e.Message : "the file system refused")}.");
        }
    }

    private static bool Matches(string glob, RepoPath path) => Wildmatch.IsMatch(Encoding.UTF8.GetBytes(glob), Encoding.UTF8.GetBytes(path.Value));
}
