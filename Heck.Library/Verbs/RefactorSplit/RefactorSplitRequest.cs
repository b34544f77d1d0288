using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSplit;

/// <summary>Asks for the declarations of a file to be spread over several.</summary>
[Description("Spread the declarations of a file over several; what is not named stays")]
public sealed record RefactorSplitRequest : RefactorRequest
{
    [Description("The file")]
    [Positional(0)]
    public required string Path { get; init; }

    [Description("A file and the declarations that go there: cart.ts=Cart,total")]
    public required IReadOnlyList<string> Into { get; init; }
}
