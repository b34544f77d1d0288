using Heck.Code.Index.Querying;
using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index;

/// <summary>The tree as it is, found by way of its index. The index must be up to the tree; texts are read from the files. Not thread-safe.</summary>
internal sealed class IndexedWorkspace : IWorkspace
{
    private readonly IndexReader _reader;
    private readonly ProjectFiles _files;
    private readonly Dictionary<RepoPath, SourceText?> _texts = [];

    public IndexedWorkspace(RepositoryLayout layout, IndexReader reader)
    {
        _reader = reader;
        _files = new ProjectFiles(layout, [.. reader.Files().Select(f => f.Path)], reader.Packages());
    }

    public IProjectFiles Files => _files;

    public SourceText? Read(RepoPath path)
    {
        if (!_texts.TryGetValue(path, out var text)) _texts[path] = text = _files.Read(path) is { } bytes ? SourceText.TryDecode(bytes) : null;
        return text;
    }

    public IReadOnlyList<RepoPath> FilesWithWord(string word) => _reader.FilesWithWord(word);

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => _reader.ImportersOf(path);
}
