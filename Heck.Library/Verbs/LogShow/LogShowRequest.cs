using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.LogShow;

/// <summary>Asks for the whole record of one run.</summary>
[Description("Show the record of a run")]
public sealed record LogShowRequest : VerbRequest<LogShowPayload>
{
    [Description("The run's id, or its number in the log")]
    [Positional(0)]
    public required string Run { get; init; }
}
