using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMoveFile;

/// <summary>Asks for a file or folder to be moved, and for everything that refers to it to follow.</summary>
[Description("Move a file, a module or a folder (a package of Go or Python); what imports it follows")]
public sealed record RefactorMoveFileRequest : RefactorRequest
{
    [Description("The file or folder")]
    [Positional(0)]
    public required string Old { get; init; }

    [Description("Its new path")]
    [Positional(1)]
    public required string New { get; init; }
}
