namespace Heck.Code.Patches.Replies;

/// <summary>The forms in which edits are read.</summary>
internal enum ReplyForm
{
    /// <summary>A unified diff, git's or plain.</summary>
    Unified,

    /// <summary>The "apply patch" form: <c>*** Begin Patch</c>.</summary>
    V4a,

    /// <summary>SEARCH/REPLACE blocks.</summary>
    Blocks,
}
