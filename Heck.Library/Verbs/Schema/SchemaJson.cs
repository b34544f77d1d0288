using System.Text.Json.Serialization;

namespace Heck.Verbs.Schema;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SchemaRequest))]
[JsonSerializable(typeof(SchemaPayload))]
internal sealed partial class SchemaJson : JsonSerializerContext;
