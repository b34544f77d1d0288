using System.Text.Json.Serialization;

namespace Heck.Verbs.PatchCreate;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchCreateRequest))]
[JsonSerializable(typeof(PatchCreatePayload))]
internal sealed partial class PatchCreateJson : JsonSerializerContext;
