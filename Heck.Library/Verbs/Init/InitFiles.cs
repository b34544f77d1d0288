using System.Text;
using Heck.Runtime.Configuration;
using Heck.Runtime.Repositories;

namespace Heck.Verbs.Init;

/// <summary>The files of a fresh <c>.heck</c>.</summary>
internal static class InitFiles
{
    // What one machine did and knows is its own: the run log is a chain that two machines would break, the rest is derived or passing.
    private const string GitIgnore = """
        # This machine's own parts. What is left (configuration, policy, patches, plans, playbook) is worth sharing.
        /blobs/
        /index/
        /journal/
        /lock
        /lock.owner
        /runlogs/
        *.tmp

        """;

    private const string Policy = """
        # The policy of this repository: what Heck may do here without asking.
        # This version of Heck has no rules to set yet, and reads nothing of this file but its place.
        version: 1

        """;

    public static IEnumerable<(string Path, byte[] Content)> For(RepositoryLayout layout) =>
    [
        (layout.StateGitIgnore, Encoding.UTF8.GetBytes(GitIgnore.ReplaceLineEndings("\n"))),
        (layout.ConfigFile, ConfigFile.Serialize(new HeckConfig())),
        (layout.PolicyFile, Encoding.UTF8.GetBytes(Policy.ReplaceLineEndings("\n"))),
    ];
}
