namespace Heck.Integrations.Git;

/// <summary>What git's index holds of a path, with what the system said about the file when git last looked.</summary>
internal sealed record GitIndexEntry(GitTreeEntry Entry, long MtimeNs, long CtimeNs, uint Inode, uint Size, uint Flags)
{
    private const uint AssumedUnchanged = 0x8000;
    private const uint SkipsWorktree = 0x40000000;

    /// <summary>The user told git to take the file as unchanged, or a sparse checkout leaves it out.</summary>
    public bool IsLeftAlone => (Flags & (AssumedUnchanged | SkipsWorktree)) != 0;
}
