using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>One file of a patch: its contents before and after, null where there is none, and git's modes.</summary>
internal sealed record PatchFile(RepoPath Path, ContentHash? Pre, ContentHash? Post, string? PreMode, string? PostMode)
{
    public string Action => (Pre, Post) switch
    {
        (null, _) => "create",
        (_, null) => "delete",
        _ when Pre == Post => "mode",
        _ => "modify",
    };
}
