using System.Text.Json.Serialization;

namespace Heck.Verbs.LogShow;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LogShowRequest))]
[JsonSerializable(typeof(LogShowPayload))]
internal sealed partial class LogShowJson : JsonSerializerContext;
