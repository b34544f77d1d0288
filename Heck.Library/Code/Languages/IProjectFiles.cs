using Heck.Contracts;

namespace Heck.Code.Languages;

/// <summary>The files of a repository as resolvers see them: those that the walker gives, read without effects.</summary>
internal interface IProjectFiles
{
    /// <summary>All paths, ordered by ordinal.</summary>
    IReadOnlyList<RepoPath> Paths { get; }

    bool Exists(RepoPath path);

    /// <summary>The content of a small file such as a manifest, or null when it is not there or not readable.</summary>
    ReadOnlyMemory<byte>? Read(RepoPath path);

    /// <summary>The packages (Go) or namespaces (C#) that indexed files declare, by file; empty for other languages.</summary>
    IReadOnlyDictionary<RepoPath, string> Packages { get; }
}
