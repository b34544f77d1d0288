using System.Text.Json.Serialization;

namespace Heck.Verbs.Status;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StatusRequest))]
[JsonSerializable(typeof(StatusPayload))]
internal sealed partial class StatusJson : JsonSerializerContext;
