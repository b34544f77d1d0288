using System.Text.Json.Serialization;

namespace Heck.Verbs.Init;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InitRequest))]
[JsonSerializable(typeof(InitPayload))]
internal sealed partial class InitJson : JsonSerializerContext;
