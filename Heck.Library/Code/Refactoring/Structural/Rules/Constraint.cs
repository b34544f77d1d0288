using System.Text.RegularExpressions;
using Heck.Code.Refactoring.Structural.Patterns;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>A condition that has been read for one language; see <see cref="ConstraintDefinition"/>.</summary>
internal sealed record Constraint(
    string? Of, ushort? Kind, Regex? Regex, Pattern? Pattern, Constraint? Inside, Constraint? Has, Constraint? Precedes, Constraint? Follows, Constraint? Not, IReadOnlyList<Constraint>? Any);
