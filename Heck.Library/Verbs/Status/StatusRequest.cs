using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Status;

/// <summary>Asks for run log, index, provider, budget and policy at a glance.</summary>
[Description("Show run log, index, provider, budget and policy at a glance")]
public sealed record StatusRequest : VerbRequest<StatusPayload>;
