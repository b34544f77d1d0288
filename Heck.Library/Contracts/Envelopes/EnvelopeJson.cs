using System.Text.Json.Serialization;
using Heck.Contracts.Errors;

namespace Heck.Contracts.Envelopes;

[JsonSerializable(typeof(HeckError))]
[JsonSerializable(typeof(EnvelopeMeta))]
internal sealed partial class EnvelopeJson : JsonSerializerContext
{
    public static EnvelopeJson Instance { get; } = new(HeckJson.NewOptions());
}
