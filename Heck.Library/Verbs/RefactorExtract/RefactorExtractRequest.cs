using System.ComponentModel;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExtract;

/// <summary>Asks for a range of code to be given a name.</summary>
public abstract record RefactorExtractRequest : RefactorRequest
{
    /// <summary>The code.</summary>
    [Description("PATH:LINE:COLUMN-LINE:COLUMN (end exclusive) or PATH:10-40 (lines, inclusive)")]
    [Positional(0)]
    public required string Range { get; init; }

    /// <summary>Its name.</summary>
    [Description("The name to give")]
    [Positional(1)]
    public required string Name { get; init; }

    internal abstract ExtractKind Kind { get; }
}
