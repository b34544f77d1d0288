using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Types;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Members that are one for a rename.</summary>
/// <param name="Members">The member asked for first.</param>
/// <param name="Outside">What outside the workspace asks for one of them by its name; null when nothing does.</param>
/// <param name="Broken">A place where a type is given to an interface and lacks the method; null, as the code compiles, unless a rename has brought it about.</param>
internal sealed record MemberFamily(IReadOnlyList<GoObject> Members, string? Outside, Flow? Broken);
