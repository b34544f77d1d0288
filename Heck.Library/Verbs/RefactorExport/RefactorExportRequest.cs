using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExport;

/// <summary>Let other files use a symbol.</summary>
[Description("Let other files use a symbol")]
public sealed record RefactorExportRequest : RefactorRequest
{
    [Description("path:line:column of the name, path#Outer.name, Outer.Name or Name")]
    [Positional(0)]
    public required string Target { get; init; }

    [Description("named or default, where the language has both; named when not said")]
    [AllowedValues("named", "default")]
    public string? Style { get; init; }

    [Description("The accessibility where a language has several, such as internal; public when not said")]
    public string? To { get; init; }
}
