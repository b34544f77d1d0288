using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts.Errors;

namespace Heck.Contracts.Envelopes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HeckError))]
[JsonSerializable(typeof(EnvelopeMeta))]
internal sealed partial class EnvelopeJson : JsonSerializerContext
{
    public static EnvelopeJson Instance { get; } = new(HeckJson.NewOptions());

    public static Action<Utf8JsonWriter, EnvelopeMeta> WriteMeta { get; } = HeckJson.WriterOf<EnvelopeMeta>(Instance);
}
