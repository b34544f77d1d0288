using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorRename;

/// <summary>Asks for a symbol to be renamed everywhere.</summary>
[Description("Rename a symbol everywhere, or refuse with the places that stand in the way")]
public sealed record RefactorRenameRequest : VerbRequest<RefactorPayload>
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

    [Description("Leave uses alone that may mean the symbol and cannot be decided, instead of refusing")]
    public bool AcceptUnknown { get; init; }

    [Description("Trust the repository in this call: C# projects are evaluated by MSBuild, which runs the repository's code")]
    public bool Trust { get; init; }

    [Description("Apply the patch as well; asks unless --yes is given")]
    public bool Apply { get; init; }
}
