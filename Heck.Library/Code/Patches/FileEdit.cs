using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What one file is to become: content before and after, null where there is none. A link's content is its target.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">The content that the edit was made from.</param>
/// <param name="After">The content that it shall have.</param>
/// <param name="Mode">The mode that it shall have; null leaves that as it is.</param>
internal sealed record FileEdit(RepoPath Path, byte[]? Before, byte[]? After, GitFileMode? Mode = null)
{
    /// <summary>The mode that the edit was made from; null where that is the one in the tree.</summary>
    public GitFileMode? BeforeMode { get; init; }

    /// <summary>What the file was renamed or copied from, where it is a new one and someone said or found so.</summary>
    public FileOrigin? Origin { get; init; }

    /// <summary>The file goes since another edit renames it.</summary>
    public bool IsRenamedAway { get; init; }
}
