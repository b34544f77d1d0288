using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.Policy;

[JsonConverter(typeof(SnakeCaseEnumConverter<PolicyDecision>))]
internal enum PolicyDecision
{
    Allowed,
    Refused,
}
