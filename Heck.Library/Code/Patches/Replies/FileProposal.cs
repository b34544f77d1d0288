using Heck.Contracts;

namespace Heck.Code.Patches.Replies;

/// <summary>What a reply wants of one file.</summary>
/// <param name="Kind">What shall be done.</param>
/// <param name="Path">The file.</param>
/// <param name="ReplyLine">Where it says so in the reply, from 1.</param>
internal sealed record FileProposal(ProposalKind Kind, RepoPath Path, int ReplyLine)
{
    /// <summary>Where the file goes; null when it stays.</summary>
    public RepoPath? MoveTo { get; init; }

    /// <summary>The file stays at its old path as well.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Of an update or of a deletion that says what it deletes.</summary>
    public IReadOnlyList<EditProposal> Edits { get; init; } = [];

    /// <summary>The lines of a file to be created.</summary>
    public IReadOnlyList<ProposedLine> Content { get; init; } = [];

    /// <summary>Null leaves it as it is.</summary>
    public GitFileMode? Mode { get; init; }
}
