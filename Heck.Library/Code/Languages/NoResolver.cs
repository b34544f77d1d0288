using Heck.Contracts;

namespace Heck.Code.Languages;

/// <summary>Finds nothing: for a language whose modules are not understood yet.</summary>
internal sealed class NoResolver : IImportResolver
{
    public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import) => [];
}
