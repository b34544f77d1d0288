namespace Heck.Runtime.Files;

/// <summary>How far a commit has come, as its journal's name says.</summary>
internal enum CommitPhase
{
    /// <summary>New contents are being laid beside their targets; the tree is as it was.</summary>
    Staging,

    /// <summary>Every new content is whole and on the disk; the tree may be changed in part.</summary>
    Open,

    /// <summary>It counts; only leftovers are to be removed.</summary>
    Done,
}
