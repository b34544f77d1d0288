using Heck.Code.Index.Store;
using Heck.Contracts;

namespace Heck.Code.Index.Querying;

/// <summary>The uses of one name in one file, by place.</summary>
internal sealed record NameUses(RepoPath Path, IReadOnlyList<Occurrence> Uses);
