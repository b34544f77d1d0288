using System.ComponentModel;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>A condition on a node; all that is given must hold.</summary>
internal sealed record ConstraintDefinition
{
    [Description("The metavariable that is asked about, such as $X; the node in question when not given")]
    public string? Of { get; init; }

    [Description("The node's kind in the language's grammar; Roslyn's name of it for C#")]
    public string? Kind { get; init; }

    [Description("A .NET regular expression that the node's text must match somewhere")]
    public string? Regex { get; init; }

    [Description("A pattern that the node must be; metavariables of the rule's pattern must agree")]
    public string? Pattern { get; init; }

    [Description("Something around the node for which this holds, however far")]
    public ConstraintDefinition? Inside { get; init; }

    [Description("Something in the node for which this holds, however deep")]
    public ConstraintDefinition? Has { get; init; }

    [Description("A later neighbour for which this holds")]
    public ConstraintDefinition? Precedes { get; init; }

    [Description("An earlier neighbour for which this holds")]
    public ConstraintDefinition? Follows { get; init; }

    [Description("This must not hold")]
    public ConstraintDefinition? Not { get; init; }

    [Description("One of these must hold")]
    public IReadOnlyList<ConstraintDefinition>? Any { get; init; }
}
