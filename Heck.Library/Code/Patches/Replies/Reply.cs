namespace Heck.Code.Patches.Replies;

/// <summary>A model's reply as it was read.</summary>
internal sealed record Reply(ReplyForm Form, IReadOnlyList<FileProposal> Files);
