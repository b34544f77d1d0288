using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>
/// One path of a commit. <paramref name="Staged"/> holds the new content until the rename and the old one after it, which is how a later
/// process sees how far the commit came. A change of mode bits alone stages nothing.
/// </summary>
internal sealed record CommitJournalEntry(RepoPath Path, RepoPath Staged, FileState? Before, FileState? After)
{
    public bool ChangesModeOnly => Before is not null && Before.Body == After?.Body;
}
