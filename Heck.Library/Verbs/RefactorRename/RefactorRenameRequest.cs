using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorRename;

/// <summary>Asks for a symbol to be renamed everywhere.</summary>
[Description("Rename a symbol everywhere, or refuse with the places that stand in the way")]
public sealed record RefactorRenameRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }

    [Description("The name to be")]
    [Positional(1)]
    public required string New { get; init; }

    [Description("Change the name in comments of code as well")]
    public bool Comments { get; init; }

    [Description("Change the name in strings of code as well")]
    public bool Strings { get; init; }

    [Description("Rename all overloads together, which TypeScript and Python always do")]
    public bool Overloads { get; init; }

    [Description("Rename the declaring file as well where it is called like the symbol, and what imports name it by")]
    public bool RenameFile { get; init; }
}
