using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>One state of a repository's sources: the tree as it is, or the tree with edits laid over it. Nothing is written.</summary>
internal interface IWorkspace
{
    IProjectFiles Files { get; }

    /// <summary>The text of a file. A file that is not there or cannot be decoded gives null.</summary>
    SourceText? Read(RepoPath path);

    /// <summary>Files (of any language) that hold <paramref name="word"/> as a whole word, ordered by path. May give too many, never too few.</summary>
    IReadOnlyList<RepoPath> FilesWithWord(string word);

    /// <summary>Files that import <paramref name="path"/>, directly.</summary>
    IReadOnlyList<RepoPath> ImportersOf(RepoPath path);
}
