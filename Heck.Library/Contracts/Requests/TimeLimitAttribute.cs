using System.ComponentModel.DataAnnotations;

namespace Heck.Contracts.Requests;

/// <summary>Asks for a span of time such as <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c> or <c>0</c>, a week at most.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeLimitAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string text || TimeLimit.TryParse(text, out _)
            ? ValidationResult.Success
            : new ValidationResult($"{validationContext.MemberName} is '{text}'; expected a span such as 500ms, 30s, 5m, 1h or 0.");
}
