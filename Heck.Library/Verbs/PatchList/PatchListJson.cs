using System.Text.Json.Serialization;

namespace Heck.Verbs.PatchList;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchListRequest))]
[JsonSerializable(typeof(PatchListPayload))]
internal sealed partial class PatchListJson : JsonSerializerContext;
