using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>Replaces some bytes of a present file's UTF-8 by new code.</summary>
internal sealed record ProposedEdit(RepoPath Path, int Start, int End, CodeText Text)
{
    public static ProposedEdit Delete(RepoPath path, int start, int end) => new(path, start, end, new CodeText());

    public static ProposedEdit Insert(RepoPath path, int at, CodeText text) => new(path, at, at, text);
}
