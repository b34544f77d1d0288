using Heck.Code.Languages.Go.Binding.Scopes;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Members that are one for a rename.</summary>
/// <param name="Members">The member asked for first.</param>
/// <param name="Outside">What outside the workspace asks for one of them by its name; null when nothing does.</param>
internal sealed record MemberFamily(IReadOnlyList<GoObject> Members, string? Outside);
