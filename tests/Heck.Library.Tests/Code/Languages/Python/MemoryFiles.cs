using System.Text;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Python;

/// <summary>Project files that exist in memory alone.</summary>
internal sealed class MemoryFiles : IProjectFiles
{
    private readonly SortedDictionary<RepoPath, ReadOnlyMemory<byte>> _files = [];

    public MemoryFiles(params IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files) _files.Add(RepoPath.Parse(path), Encoding.UTF8.GetBytes(text));
        Paths = [.. _files.Keys];
    }

    public IReadOnlyList<RepoPath> Paths { get; }

    public IReadOnlyDictionary<RepoPath, string> Packages { get; } = new Dictionary<RepoPath, string>();

    public bool Exists(RepoPath path) => _files.ContainsKey(path);

    public ReadOnlyMemory<byte>? Read(RepoPath path) => _files.TryGetValue(path, out var bytes) ? bytes : null;
}
