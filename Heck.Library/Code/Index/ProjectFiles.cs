using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index;

/// <summary>The repository as resolvers see it. Remembers which files they read, since imports must be resolved again when one of those changes.</summary>
internal sealed class ProjectFiles(RepositoryLayout layout, IReadOnlyList<RepoPath> paths, IReadOnlyDictionary<RepoPath, string> packages) : IProjectFiles
{
    private readonly HashSet<RepoPath> _known = [.. paths];
    private readonly SortedSet<RepoPath> _read = [];

    public IReadOnlyList<RepoPath> Paths => paths;

    public IReadOnlyDictionary<RepoPath, string> Packages => packages;

    public IReadOnlyCollection<RepoPath> ReadPaths => _read;

    public bool Exists(RepoPath path) => _known.Contains(path);

    public ReadOnlyMemory<byte>? Read(RepoPath path)
    {
        if (!Exists(path)) return null;
        _read.Add(path);
        try
        {
            return File.ReadAllBytes(layout.FullPath(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
