using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>How sure a name is: neither proves who sat there.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PatchAuthorSource>))]
internal enum PatchAuthorSource
{
    /// <summary>Git's configuration, <c>user.name</c> and <c>user.email</c>.</summary>
    Git,

    /// <summary>The account that the process ran as.</summary>
    Account,
}
