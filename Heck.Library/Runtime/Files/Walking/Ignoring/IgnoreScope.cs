namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>
/// The ignore files in force in one folder: its own and those of the folders around it, nearest first. All <c>.heckignore</c> files speak
/// before any file of git's. A scope is asked only about what lies directly in a folder that is not ignored itself, so nothing below
/// an ignored folder can come back, as in git.
/// </summary>
internal sealed class IgnoreScope(IgnoreScope? outer, IgnoreFile? heck, IgnoreFile? git)
{
    private readonly IgnoreScope? _outer = outer;
    private readonly IgnoreFile? _heck = heck;
    private readonly IgnoreFile? _git = git;

    /// <param name="path">From the top of the git working tree.</param>
    /// <param name="nameStart">Where the last segment starts.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool IsIgnored(ReadOnlySpan<byte> path, int nameStart, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._heck?.Decide(path, nameStart, isFolder) is { } verdict) return verdict;
        }

        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._git?.Decide(path, nameStart, isFolder) is { } verdict) return verdict;
        }

        return false;
    }
}
