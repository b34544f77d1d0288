using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMove;

/// <summary>Asks for declarations of one file to be moved to another.</summary>
[Description("Move declarations of a file to another file, new or not; imports follow")]
public sealed record RefactorMoveRequest : RefactorRequest
{
    [Description("Symbols of one file, each as path:line:column, path#name or name")]
    [Positional(0)]
    public required IReadOnlyList<string> Targets { get; init; }

    [Description("The file that gets them")]
    public required string To { get; init; }
}
