using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Heck.Contracts.Errors;

/// <summary>What a failed envelope tells: a stable code, a message that is safe to show, what to do, and particulars for machines.</summary>
public sealed record HeckError(
    [property: Description("Stable code from docs/errors.md")] string Code,
    [property: Description("What happened, in one or two sentences")] string Message,
    [property: Description("What to do about it")] string Hint,
    [property: Description("Particulars for machines"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonObject? Details = null);
