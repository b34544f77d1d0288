using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>One rule: what it finds, under which conditions, and what takes its place.</summary>
internal sealed record RuleDefinition
{
    [Description("Name of the rule, one of its kind in the file")]
    [MinLength(1)]
    public required string Id { get; init; }

    [Description("Language of the pattern: typescript, tsx, javascript, python, go, csharp")]
    public required string Language { get; init; }

    [Description("Why the rule is there, for people")]
    public string? Message { get; init; }

    [Description("Code with metavariables: $X is one node, $$$X any number of neighbours, $_ and $$$ capture nothing")]
    public required string Pattern { get; init; }

    [Description("What must hold of a match, all of it")]
    public IReadOnlyList<ConstraintDefinition>? Where { get; init; }

    [Description("What takes the place of a match; without it the rule only finds")]
    public string? Rewrite { get; init; }

    [Description("Code in which the rule must find something, checked whenever the file is read")]
    [MinLength(1)]
    public required IReadOnlyList<string> Match { get; init; }

    [Description("Code in which the rule must find nothing, checked whenever the file is read")]
    [MinLength(1)]
    public required IReadOnlyList<string> NoMatch { get; init; }
}
