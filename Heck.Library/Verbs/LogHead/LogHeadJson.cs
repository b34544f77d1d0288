using System.Text.Json.Serialization;

namespace Heck.Verbs.LogHead;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LogHeadRequest))]
[JsonSerializable(typeof(LogHeadPayload))]
internal sealed partial class LogHeadJson : JsonSerializerContext;
