using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Index.Querying;

/// <summary>An import with the files of the repository that it names; none when it leads outside.</summary>
internal sealed record ImportRow(RepoPath Path, string Specifier, int Line, ImportKind Kind, IReadOnlyList<ImportedName> Names, IReadOnlyList<RepoPath> Targets);
