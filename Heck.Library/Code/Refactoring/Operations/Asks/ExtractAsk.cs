using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Give a range of code a name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">UTF-8 offset of the range; blanks at its ends do not count.</param>
/// <param name="End">Its end, exclusive.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Name">The name.</param>
internal sealed record ExtractAsk(RepoPath Path, int Start, int End, ExtractKind Kind, string Name) : RefactorAsk(Path);
