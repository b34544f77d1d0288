using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>The folder <c>.heck</c> itself, which any verb that keeps state may be the first to need.</summary>
internal static class StateFolder
{
    /// <summary>What one machine did and knows is its own: the run log is a chain that two machines would break, the rest is derived or passing.</summary>
    public static ReadOnlySpan<byte> GitIgnore =>
        """
        # This machine's own parts. What is left (configuration, policy, patches, plans, playbook) is worth sharing.
        /blobs/
        /index/
        /journal/
        /lock
        /lock.owner
        /runlogs/
        *.tmp

        """u8;

    /// <summary>Makes the folder with its ignore rules, so that state never shows up as the user's own untracked files.</summary>
    public static void Ensure(RepositoryLayout layout)
    {
        if (!File.Exists(layout.StateGitIgnore)) StateFile.Write(layout.StateGitIgnore, GitIgnore);
    }
}
