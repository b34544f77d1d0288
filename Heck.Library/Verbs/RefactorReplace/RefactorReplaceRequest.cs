using System.ComponentModel;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorReplace;

/// <summary>Asks for code of one form to be replaced by another wherever it stands.</summary>
[Description("Replace code by its structure: $X is one node, $$$X any number of neighbours")]
public sealed record RefactorReplaceRequest : VerbRequest<StructuralPayload>
{
    [Description("Code with metavariables, such as 'console.log($$$ARGS)'")]
    [Positional(0)]
    public required string Pattern { get; init; }

    [Description("What takes its place, with the same metavariables; '' deletes")]
    [Positional(1)]
    public required string Rewrite { get; init; }

    [Description("Files and folders to look in; the repository when none is given")]
    [Positional(2)]
    public IReadOnlyList<string>? Paths { get; init; }

    [Description("Language of the pattern: typescript (TSX too), tsx, javascript, python, go, csharp")]
    public required string Lang { get; init; }

    [Description("Apply the patch as well; asks unless --yes is given")]
    public bool Apply { get; init; }
}
