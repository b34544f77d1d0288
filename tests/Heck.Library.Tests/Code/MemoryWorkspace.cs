using System.Text;
using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Library.Tests.Code;

/// <summary>A workspace over files held in memory, searched afresh at each question.</summary>
internal sealed class MemoryWorkspace(IProjectFiles files) : IWorkspace
{
    private readonly Dictionary<RepoPath, SourceText?> _texts = [];

    public IProjectFiles Files => files;

    public SourceText? Read(RepoPath path)
    {
        if (_texts.TryGetValue(path, out var known)) return known;
        return _texts[path] = files.Read(path) is { } bytes ? SourceText.TryDecode(bytes) : null;
    }

    public IReadOnlyList<RepoPath> FilesWithWord(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return [.. files.Paths.Where(p => Read(p) is { } text && text.Utf8.Span.IndexOf(bytes) >= 0)];
    }

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => FilesWithWord(path.Name.Split('.')[0]);
}
