using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>
/// A symbol as a binder knows it: identified by the place of its first declaration's name, so that two questions about one symbol give equal values.
/// </summary>
/// <param name="Path">File of the first declaration; the root for a symbol outside the workspace.</param>
/// <param name="Offset">UTF-8 offset of the name in its first declaration; -1 outside the workspace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The language's word for it: <c>function</c>, <c>method</c>, <c>parameter</c>, <c>import</c>.</param>
/// <param name="External">Where it comes from when it is declared outside the workspace, else null.</param>
/// <param name="ByDot">Whether a use of its name after a dot, on a value that cannot be decided, may mean it.</param>
internal sealed record BoundSymbol(RepoPath Path, int Offset, string Name, string Kind, string? External = null, bool ByDot = false);
