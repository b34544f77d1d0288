using System.Text.Json.Serialization;

namespace Heck.Verbs.PatchApply;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchApplyRequest))]
[JsonSerializable(typeof(PatchApplyPayload))]
internal sealed partial class PatchApplyJson : JsonSerializerContext;
