using Heck.Contracts;

namespace Heck.Integrations.Git;

/// <summary>A path of a commit: git's six digits for its mode, and the name of its content. Mode and name of nothing are zeros.</summary>
internal sealed record GitTreeEntry(RepoPath Path, string Mode, string Name)
{
    private const string Submodule = "160000";

    public bool IsSubmodule => Mode == Submodule;

    public bool IsNothing => Mode == "000000";
}
