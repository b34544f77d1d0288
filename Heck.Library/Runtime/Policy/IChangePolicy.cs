using Heck.Runtime.Files;

namespace Heck.Runtime.Policy;

/// <summary>Whether a change of the user's tree may happen. Asked where it happens, so that nothing above can forget to.</summary>
internal interface IChangePolicy
{
    PolicyVerdict Judge(IReadOnlyCollection<FileChange> changes);
}
