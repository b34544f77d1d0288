using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>A test file that concerns something, with the line of the first use where there is one.</summary>
internal sealed record RelatedTest(RepoPath Path, int? Line, double Score, IReadOnlyList<string> Reasons);
