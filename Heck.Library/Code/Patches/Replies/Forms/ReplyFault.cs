using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;

namespace Heck.Code.Patches.Replies.Forms;

/// <summary>What is wrong with the form of a reply.</summary>
internal static class ReplyFault
{
    /// <param name="line">From 0.</param>
    /// <param name="what">The end of a sentence.</param>
    /// <param name="hint">What to do.</param>
    public static HeckException At(int line, string what, string? hint = null) =>
        ErrorTable.PatchMalformed.With($"Line {line + 1} of the reply: {what}.", hint ?? "Give a unified diff, a `*** Begin Patch` patch or SEARCH/REPLACE blocks.");

    public static RepoPath PathAt(int line, string text) => text.Length > 0 && RepoPath.TryParse(text, out var path)
        ? path
        : throw ErrorTable.PathInvalid.With($"Line {line + 1} of the reply names '{PathNames.Visible(text)}', which is no path inside the repository.");
}
