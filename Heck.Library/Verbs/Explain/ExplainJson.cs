using System.Text.Json.Serialization;

namespace Heck.Verbs.Explain;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExplainRequest))]
[JsonSerializable(typeof(ExplainPayload))]
internal sealed partial class ExplainJson : JsonSerializerContext;
