using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>A file of rules as people write it, in YAML.</summary>
[Description("Rules of structural search and replace")]
internal sealed record RuleFile
{
    [Description("The rules, in the order in which they win where two match the same code")]
    [MinLength(1)]
    public required IReadOnlyList<RuleDefinition> Rules { get; init; }
}
