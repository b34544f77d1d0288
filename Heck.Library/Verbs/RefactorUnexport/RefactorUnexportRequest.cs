using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorUnexport;

/// <summary>Keep a symbol to its file, package or type; refused while others use it.</summary>
[Description("Keep a symbol to its file, package or type; refused while others use it")]
public sealed record RefactorUnexportRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }

    [Description("The accessibility where a language has several, such as private; internal when not said")]
    public string? To { get; init; }
}
