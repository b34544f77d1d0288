using Heck.Contracts;

namespace Heck.Toolchain.Detection;

/// <summary>A tool and the files that say so, the one nearest to the root for each kind of sign.</summary>
internal sealed record DetectedTool(string Name, IReadOnlyList<RepoPath> Evidence);
