using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSafeDelete;

/// <summary>Delete a declaration that nothing uses, or refuse with the uses.</summary>
[Description("Delete a declaration that nothing uses, or refuse with the uses")]
public sealed record RefactorSafeDeleteRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }
}
