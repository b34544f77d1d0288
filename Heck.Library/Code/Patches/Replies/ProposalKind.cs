namespace Heck.Code.Patches.Replies;

/// <summary>What a reply wants to be done with a file.</summary>
internal enum ProposalKind
{
    Update,
    Create,
    Delete,
}
