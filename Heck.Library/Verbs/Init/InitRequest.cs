using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Init;

/// <summary>Asks to set Heck up in a repository. What is there already stays as it is.</summary>
[Description("Set Heck up in this repository")]
public sealed record InitRequest : VerbRequest<InitPayload>;
