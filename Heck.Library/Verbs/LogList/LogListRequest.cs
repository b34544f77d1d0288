using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;

namespace Heck.Verbs.LogList;

/// <summary>Asks for the last runs that the run log has.</summary>
[Description("List the runs of the run log, the newest first")]
public sealed record LogListRequest : VerbRequest<LogListPayload>
{
    [Description("The most runs to give; default 20")]
    [Range(1, 100_000)]
    public int? Limit { get; init; }
}
