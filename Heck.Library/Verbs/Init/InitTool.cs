using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Init;

/// <summary>A tool of the repository.</summary>
public sealed record InitTool
{
    [Description("The tool")]
    public required string Name { get; init; }

    [Description("Files that say so, nearest to the root")]
    public required IReadOnlyList<RepoPath> Evidence { get; init; }
}
