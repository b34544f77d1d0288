using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Replies.Matching;

/// <summary>Why an edit has no place in a file.</summary>
/// <param name="Code">What went wrong.</param>
/// <param name="Edit">The edit.</param>
/// <param name="What">The end of a sentence that begins with the edit.</param>
/// <param name="Lines">The file's lines that it is about, from 1.</param>
internal sealed record EditFailure(ErrorCode Code, EditProposal Edit, string What, IReadOnlyList<int> Lines)
{
    /// <summary>The file's lines that are nearest to those of the edit; null when that is no question.</summary>
    public NearestLines? Nearest { get; init; }
}
