using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>A workspace of which only one file is read: all that a name with a range inside that file can concern.</summary>
internal sealed class OneFileWorkspace(IWorkspace below, RepoPath file) : IWorkspace
{
    public IProjectFiles Files => below.Files;

    public SourceText? Read(RepoPath path) => path == file ? below.Read(path) : null;

    public IReadOnlyList<RepoPath> FilesWithWord(string word) => [file];

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => [];
}
