using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.PatchList;

/// <summary>Asks for the patches of the repository.</summary>
[Description("List patches, the newest first")]
public sealed record PatchListRequest : VerbRequest<PatchListPayload>;
