using Heck.Runtime.Files;

namespace Heck.Runtime.Policy;

/// <summary>Allows everything: what holds where nobody has set a policy.</summary>
internal sealed class OpenPolicy : IChangePolicy
{
    public PolicyVerdict Judge(IReadOnlyCollection<FileChange> changes) => new(PolicyDecision.Allowed);
}
