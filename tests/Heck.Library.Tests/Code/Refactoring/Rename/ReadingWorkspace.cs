using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>A workspace that remembers which files were read.</summary>
internal sealed class ReadingWorkspace(IWorkspace below) : IWorkspace
{
    public SortedSet<string> Read { get; } = [];

    public IProjectFiles Files => below.Files;

    SourceText? IWorkspace.Read(RepoPath path)
    {
        Read.Add(path.Value);
        return below.Read(path);
    }

    public IReadOnlyList<RepoPath> FilesWithWord(string word) => below.FilesWithWord(word);

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => below.ImportersOf(path);
}
