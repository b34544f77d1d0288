using System.Text;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Library.Tests.Code;

/// <summary>Files that exist only in a test.</summary>
internal sealed class MemoryFiles : IProjectFiles
{
    private readonly SortedDictionary<RepoPath, ReadOnlyMemory<byte>> _files = [];

    public MemoryFiles(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) _files[RepoPath.Parse(path)] = Encoding.UTF8.GetBytes(text);
    }

    public MemoryFiles(IEnumerable<KeyValuePair<RepoPath, ReadOnlyMemory<byte>>> files)
    {
        foreach (var (path, bytes) in files) _files[path] = bytes;
    }

    public IReadOnlyList<RepoPath> Paths => [.. _files.Keys];

    public IReadOnlyDictionary<RepoPath, string> Packages { get; init; } = new Dictionary<RepoPath, string>();

    public bool Exists(RepoPath path) => _files.ContainsKey(path);

    // A bare null would become empty memory.
    public ReadOnlyMemory<byte>? Read(RepoPath path) => _files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);
}
