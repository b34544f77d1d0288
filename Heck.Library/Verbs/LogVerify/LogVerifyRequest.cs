using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;

namespace Heck.Verbs.LogVerify;

/// <summary>Asks whether the run log is what was written, whole, and leads to a head that was kept elsewhere.</summary>
[Description("Verify the run log: integrity, completeness, and what it is anchored to")]
public sealed record LogVerifyRequest : VerbRequest<LogVerifyPayload>
{
    [Description("A head that was kept elsewhere, as `log head` printed it")]
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "expect_head is no hash; give the 64 hexadecimal digits that `heck log head` printed.")]
    public string? ExpectHead { get; init; }
}
