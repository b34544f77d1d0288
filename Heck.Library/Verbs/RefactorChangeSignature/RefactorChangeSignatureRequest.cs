using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorChangeSignature;

/// <summary>Add, remove or reorder the parameters of a function; its calls follow.</summary>
[Description("Add, remove or reorder the parameters of a function; its calls follow")]
public sealed record RefactorChangeSignatureRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }

    [Description("A parameter as the language writes it, with the value for present calls: \"limit: number = 10\", \"limit int = 10\"")]
    public IReadOnlyList<string>? Add { get; init; }

    [Description("Name of a parameter that goes")]
    public IReadOnlyList<string>? Remove { get; init; }

    [Description("Names of all parameters in their new order: --order b,a; new ones come last when not said")]
    public string? Order { get; init; }
}
