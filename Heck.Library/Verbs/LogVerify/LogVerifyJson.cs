using System.Text.Json.Serialization;

namespace Heck.Verbs.LogVerify;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LogVerifyRequest))]
[JsonSerializable(typeof(LogVerifyPayload))]
internal sealed partial class LogVerifyJson : JsonSerializerContext;
