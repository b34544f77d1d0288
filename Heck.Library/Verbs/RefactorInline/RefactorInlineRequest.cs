using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorInline;

/// <summary>Put a value or a function's body where its name is used: at a declaration everywhere, at a use there.</summary>
[Description("Put a value or a function's body where its name is used: at a declaration everywhere, at a use there")]
public sealed record RefactorInlineRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }
}
