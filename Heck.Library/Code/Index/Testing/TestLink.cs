using Heck.Contracts;

namespace Heck.Code.Index.Testing;

/// <summary>A test file and a file that it tests, with how we know: <c>imports</c>, <c>name</c>, <c>references</c>. The more reasons, the higher the score.</summary>
internal sealed record TestLink(RepoPath Test, RepoPath Code, double Score, IReadOnlyList<string> Reasons);
