using System.Text.Json.Serialization;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchReapply;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchReapplyRequest))]
[JsonSerializable(typeof(PatchMovedPayload))]
internal sealed partial class PatchReapplyJson : JsonSerializerContext;
