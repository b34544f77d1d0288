namespace Heck.Runtime.Policy;

/// <param name="Decision">What the policy says.</param>
/// <param name="Reason">Why it refuses, as a sentence; empty when it allows.</param>
internal sealed record PolicyVerdict(PolicyDecision Decision, string Reason = "");
