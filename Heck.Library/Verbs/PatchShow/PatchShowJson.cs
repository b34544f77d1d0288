using System.Text.Json.Serialization;

namespace Heck.Verbs.PatchShow;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchShowRequest))]
[JsonSerializable(typeof(PatchShowPayload))]
internal sealed partial class PatchShowJson : JsonSerializerContext;
