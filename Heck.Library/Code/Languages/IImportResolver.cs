using Heck.Contracts;

namespace Heck.Code.Languages;

/// <summary>Finds the files that an import of one language names, among the files of the repository.</summary>
internal interface IImportResolver
{
    /// <summary>The file, or the files of the package or namespace; empty when it lies outside the repository or is not there.</summary>
    IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import);
}
