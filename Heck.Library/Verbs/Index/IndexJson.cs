using System.Text.Json.Serialization;

namespace Heck.Verbs.Index;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IndexRequest))]
[JsonSerializable(typeof(IndexPayload))]
internal sealed partial class IndexJson : JsonSerializerContext;
