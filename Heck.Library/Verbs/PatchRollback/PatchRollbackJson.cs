using System.Text.Json.Serialization;
using Heck.Verbs.Patches;

namespace Heck.Verbs.PatchRollback;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PatchRollbackRequest))]
[JsonSerializable(typeof(PatchMovedPayload))]
internal sealed partial class PatchRollbackJson : JsonSerializerContext;
