using System.Text;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Verbs.Init;

/// <summary>The files of a fresh <c>.heck</c>.</summary>
internal static class InitFiles
{
    private const string Policy = """
        # The policy of this repository: what Heck may do here without asking.
        # This version of Heck has no rules to set yet, and reads nothing of this file but its place.
        version: 1

        """;

    public static IEnumerable<(string Path, byte[] Content)> For(RepositoryLayout layout) =>
    [
        (layout.StateGitIgnore, StateFolder.GitIgnore.ToArray()),
        (layout.ConfigFile, ConfigFile.Serialize(new HeckConfig())),
        (layout.PolicyFile, Encoding.UTF8.GetBytes(Policy.ReplaceLineEndings("\n"))),
    ];
}
