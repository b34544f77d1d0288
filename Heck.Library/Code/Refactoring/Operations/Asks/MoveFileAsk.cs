using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Move a file, a module or a folder (a package of Go or Python), and everything that refers to it.</summary>
/// <param name="From">The file or folder.</param>
/// <param name="To">Where it shall be; not there yet.</param>
/// <param name="First">A source file of it: the file itself, or the first of the folder.</param>
internal sealed record MoveFileAsk(RepoPath From, RepoPath To, RepoPath First) : RefactorAsk(First);
