using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.LogHead;

/// <summary>Asks for the hash of the last record, to be kept where nobody who can write the log can write.</summary>
[Description("Print the hash of the run log's last record, to be kept elsewhere")]
public sealed record LogHeadRequest : VerbRequest<LogHeadPayload>;
