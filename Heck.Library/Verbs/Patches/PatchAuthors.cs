using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Patches;

/// <summary>Says who has a patch made: who the user is to git, or else the account. Git's guess from the account is not asked for.</summary>
internal static class PatchAuthors
{
    public static async Task<PatchAuthor> PresentAsync(VerbContext context, CancellationToken ct)
    {
        try
        {
            if (await new GitRepository(context.Layout).IdentityAsync(ct).ConfigureAwait(false) is { } identity) return new PatchAuthor(identity.Name, identity.Email, PatchAuthorSource.Git);
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.ToolMissing.Code || e.Error.Code == ErrorTable.ToolFailed.Code)
        {
        }

        return new PatchAuthor(Environment.UserName, Email: null, PatchAuthorSource.Account);
    }
}
